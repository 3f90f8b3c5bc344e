import type { BrowserContext, Page } from '@playwright/test';
import { activated } from '../../actors/crowd.ts';
import { makeFiling } from '../../actors/filing.ts';
import { expect, test } from '../../fixtures.ts';

const YEAR = 2024;

/** The same draft in another window of the same browser, at the same screen. */
async function otherWindow(context: BrowserContext, page: Page): Promise<Page> {
  const other = await context.newPage();
  await other.goto(page.url());
  await makeFiling(other).title('Penghasilan dari pekerjaan');
  return other;
}

test('two windows never overwrite each other: the person sees both answers and chooses', async ({
  accessible,
  context,
  page,
  somebody,
  taxpayer,
}) => {
  await taxpayer.shortcuts.openDraft(await somebody(activated), YEAR);
  await taxpayer.filing.title('Penghasilan dari pekerjaan');
  const other = await otherWindow(context, page);

  await page.getByLabel('Penghasilan bruto setahun').fill('41000000');
  await taxpayer.filing.isSaved();
  await expect(page.getByText('Menyimpan…')).toHaveCount(0);
  await other.getByLabel('Penghasilan bruto setahun').fill('42000000');
  await other.getByLabel('PPh yang sudah dipotong').fill('7000');

  const choice = other.getByRole('alert', { name: 'Isian ini juga diubah di jendela lain.' });
  await expect(choice).toContainText('Rp42.000.000');
  await expect(choice).toContainText('Rp41.000.000');
  await accessible(other);
  await other.getByRole('button', { name: 'Lanjut ke penghasilan final' }).click();
  await expect(choice).toBeFocused(); // not past an open choice
  await choice.getByRole('button', { name: /Pakai Rp41\.000\.000/ }).click();
  await expect(choice).toHaveCount(0);
  await expect(other.getByLabel('Penghasilan bruto setahun')).toHaveValue('41.000.000');
  await makeFiling(other).isSaved();

  // What only the other window changed is taken over, and said.
  await page.getByLabel('Pengurangan').fill('1500000');
  await expect(page.getByText(/PPh yang sudah dipotong: .* menjadi Rp7\.000\./)).toBeVisible();
  await expect(page.getByLabel('PPh yang sudah dipotong')).toHaveValue('7.000');
  await taxpayer.filing.isSaved();
  await page.reload();
  await expect(page.getByLabel('Penghasilan bruto setahun')).toHaveValue('41.000.000');
  await expect(page.getByLabel('Pengurangan')).toHaveValue('1.500.000');
});

test('who loses the network types on, goes on, and finds everything saved afterwards', async ({
  context,
  page,
  somebody,
  taxpayer,
}) => {
  await taxpayer.shortcuts.openDraft(await somebody(activated), YEAR);
  await taxpayer.filing.title('Penghasilan dari pekerjaan');
  await context.setOffline(true);
  await page.getByLabel('Pengurangan').fill('1234000');
  await expect(page.getByText('Belum tersimpan, menunggu sambungan')).toBeVisible();
  await taxpayer.filing.fillIn({ assets: '9000000' });
  await context.setOffline(false);
  await taxpayer.filing.isSaved();
  await page.reload();
  await expect(page.getByText('Rp1.234.000')).toBeVisible();
  await expect(page.getByText('Rp9.000.000')).toBeVisible();
});

test('who was signed out while typing signs in again and has lost nothing', async ({
  context,
  page,
  somebody,
  taxpayer,
}) => {
  const person = await somebody(activated);
  await taxpayer.shortcuts.openDraft(person, YEAR);
  await taxpayer.filing.title('Penghasilan dari pekerjaan');
  await context.clearCookies();
  await page.getByLabel('Pengurangan').fill('1234000');
  await taxpayer.filing.title('Masuk');
  await page.getByLabel('NPWP atau NIK').fill(person.identifier);
  await page.getByLabel('Kata sandi', { exact: true }).fill(person.password ?? '');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await taxpayer.filing.title('Penghasilan dari pekerjaan');
  await expect(page.getByLabel('Pengurangan')).toHaveValue('1.234.000');
  await taxpayer.filing.isSaved();
  await page.reload();
  await expect(page.getByLabel('Pengurangan')).toHaveValue('1.234.000');
});
