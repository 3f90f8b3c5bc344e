import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { surroundings } from '../surroundings.ts';

/** An agent at the desk, in a browser of their own, as wide as `width`: a side panel or a whole window. */
export async function openDesk(browser: Browser, width = 1280) {
  const context = await browser.newContext({ baseURL: surroundings.desk, viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.goto('/');
  return makeAgent(page);
}

function makeAgent(page: Page) {
  return {
    page,
    async signIn(login: string, password: string): Promise<void> {
      await page.getByLabel('Nama masuk').fill(login);
      await page.getByLabel('Kata sandi', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Masuk', exact: true }).click();
      await expect(page.getByLabel('NPWP atau NIK penelepon')).toBeFocused();
    },
    /** Types what the caller says, and looks up. */
    async lookUp(identifier: string): Promise<void> {
      await page.getByLabel('NPWP atau NIK penelepon').fill(identifier);
      await page.keyboard.press('Enter');
    },
    /** What the page says can be told. */
    told: () => page.getByRole('status').filter({ hasText: 'Yang bisa Anda sampaikan' }),
    /** The way of the code, as a list of stations. */
    line: (reference: string) =>
      page.getByRole('list', { name: new RegExp(`Perjalanan .*ref ${reference}`) }),
  };
}
