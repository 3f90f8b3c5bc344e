import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Person } from '@sampai/testkit';
import { makeActivation } from './activation.ts';
import { makeFiling } from './filing.ts';
import type { PostOffice } from './postOffice.ts';
import { makeShortcuts } from './shortcuts.ts';

/** A taxpayer at the portal, going by labels and roles as a person does. */
export function makeTaxpayer(page: Page, postOffice: PostOffice) {
  return {
    page,
    activation: makeActivation(page),
    filing: makeFiling(page),
    shortcuts: makeShortcuts(page, postOffice),
    /** Signs in with identifier and password; stays on whatever the portal answers. */
    async signIn({ identifier, password }: Pick<Person, 'identifier' | 'password'>): Promise<void> {
      await page.goto('/sign-in');
      await page.getByLabel('NPWP atau NIK').fill(identifier);
      await page.getByLabel('Kata sandi', { exact: true }).fill(password ?? '');
      await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    },
    /** Signs in and is home: for journeys that begin behind the sign-in. */
    async comeHome(person: Person): Promise<void> {
      await this.signIn(person);
      await this.isHome(person);
    },
    async signOut(): Promise<void> {
      await page.getByRole('button', { name: 'Keluar' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
    },
    /** Types a code into the one big code field. */
    async enterCode(code: string): Promise<void> {
      await page.getByRole('textbox', { name: /kode/i }).fill(code);
    },
    /** Waits for the code at this address and types it in. */
    async receiveCode(address: string, after?: Date): Promise<void> {
      await this.enterCode(await postOffice.codeFor(address, after));
    },
    /** Sees the home page of the one who signed in. */
    async isHome({ name }: Pick<Person, 'name'>): Promise<void> {
      await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();
    },
  };
}

export type Taxpayer = ReturnType<typeof makeTaxpayer>;
