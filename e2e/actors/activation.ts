import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Person } from '@sampai/testkit';

type Channel = 'SMS' | 'EMAIL';

const words = {
  SMS: { section: /^SMS ke/, confirm: 'Pastikan nomor ini', confirmed: 'Nomor dipastikan' },
  EMAIL: { section: /^Email ke/, confirm: 'Pastikan alamat ini', confirmed: 'Alamat dipastikan' },
};

/** The way from an e-FIN to an account, as a taxpayer goes it. */
export function makeActivation(page: Page) {
  return {
    /** Says who one is; stays on whatever the portal answers. */
    async identify({ identifier, efin }: Pick<Person, 'identifier' | 'efin'>): Promise<void> {
      await page.goto('/activation');
      await page.getByLabel('NPWP atau NIK').fill(identifier);
      await page.getByLabel('e-FIN', { exact: true }).fill(efin);
      await page.getByRole('button', { name: 'Lanjut ke saluran' }).click();
    },
    /** Says where codes go; stays on whatever the portal answers. */
    async giveChannels({ phone, email }: Pick<Person, 'phone' | 'email'>): Promise<void> {
      await expect(page.getByRole('heading', { level: 1, name: 'Ke mana kode dikirim?' })).toBeVisible();
      if (phone !== undefined) await page.getByLabel('Nomor ponsel').fill(phone);
      if (email !== undefined) await page.getByLabel('Alamat email').fill(email);
      await page.getByRole('button', { name: 'Kirim kode' }).click();
    },
    /** The part of the page that waits for the code to one address. */
    part: (channel: Channel) => page.getByRole('region', { name: words[channel].section }),
    /** Types a code at its address; stays on whatever the portal answers. */
    async enterCode(channel: Channel, code: string): Promise<void> {
      const part = this.part(channel);
      await part.getByRole('textbox').fill(code);
      await part.getByRole('button', { name: words[channel].confirm }).click();
    },
    async isConfirmed(channel: Channel): Promise<void> {
      await expect(page.getByText(words[channel].confirmed)).toBeVisible();
    },
    /** From a confirmed channel to one's own page. */
    async setPassword(password: string): Promise<void> {
      await page.getByRole('button', { name: 'Lanjut ke kata sandi' }).click();
      await page.getByLabel('Kata sandi baru').fill(password);
      await page.getByText('Saya mengerti dan menerima tanggung jawab ini.').click();
      await page.getByRole('button', { name: 'Aktifkan akun' }).click();
      await expect(page.getByText('Akun Anda sudah aktif.')).toBeVisible();
    },
  };
}
