import { activated } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('the language switch stays after a reload, and the portal answers in it', async ({ page, taxpayer }) => {
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  await page.getByLabel('NPWP or NIK').fill('3174042308890413');
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText(/do(es)? not match/);

  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await taxpayer.signIn({ identifier: '3174042308890413', password: 'bukan kata sandi saya' });
  await expect(page.getByRole('alert').first()).toContainText('tidak cocok');
});

test('what is wrong is said in the language that is on, also after the switch', async ({ page }) => {
  const english = () => page.getByRole('button', { name: 'English' }).click();
  const indonesian = () => page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  const alert = page.getByRole('alert');

  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(alert).toContainText(['Isi NPWP atau NIK Anda.']);
  await english();
  await expect(alert).toContainText(['Enter your NPWP or NIK.']);
  await expect(page.locator('main')).not.toContainText(/Isi NPWP|Isi kata sandi/);

  // A sentence of the API goes with its language: the same press asks for it in the other one.
  await page.getByLabel('NPWP or NIK').fill('3174042308890413');
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(alert).toContainText([/do(es)? not match/]);
  await indonesian();
  await expect(alert).toContainText(['Tekan lagi untuk membaca alasannya dalam bahasa ini.']);
  await expect(page.locator('main')).not.toContainText('not match');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(alert).toContainText(['tidak cocok']);

  await page.goto('/verify');
  await page.getByRole('button', { name: 'Periksa' }).click();
  const field = page.getByRole('textbox');
  await expect(field).toHaveAccessibleDescription(/Isi nomor tanda terima/);
  await english();
  await expect(field).toHaveAccessibleDescription(/Enter the receipt number/);
});

test('a question that was left open is asked for in the language that is on', async ({
  page,
  somebody,
  taxpayer: { shortcuts },
}) => {
  await shortcuts.signIn(await somebody(activated));
  await page.goto('/filing/new?year=2024');
  await page.getByRole('button', { name: /^Lanjut/ }).click();
  await expect(page.getByRole('alert')).toContainText('Pilih');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose');
  await expect(page.locator('main')).not.toContainText('Pilih');
});
