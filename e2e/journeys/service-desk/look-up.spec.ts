import { openDesk } from '../../actors/agent.ts';
import { expect, test } from '../../fixtures.ts';

test('an agent works by keyboard alone, in the language that stays', async ({ accessible, browser }) => {
  const { page } = await openDesk(browser);
  await page.getByLabel('Nama masuk').focus();
  await page.keyboard.type('tomo');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Meja-Tomo-2024');
  await page.keyboard.press('Enter');
  const field = page.getByLabel('NPWP atau NIK penelepon');
  await expect(field).toBeFocused();

  await page.keyboard.type('0123456789012349');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/tidak lengkap atau salah ketik/);
  await expect(field).toBeFocused();
  await accessible(page);

  await page.getByRole('button', { name: 'English' }).focus();
  await page.keyboard.press('Space');
  const english = page.getByLabel("The caller's NPWP or NIK");
  await expect(english).toHaveAccessibleDescription(/Press again to read why in this language/);
  await english.clear();
  await page.keyboard.press('Enter');
  await expect(english).toHaveAccessibleDescription(/Enter the caller's NPWP or NIK/);
  await page.reload();
  await expect(page.getByLabel("The caller's NPWP or NIK")).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in to the service desk' })).toBeFocused();
});

test('nobody is shown to an agent who is not recognised, nor after the session has ended', async ({
  browser,
  postOffice,
}) => {
  const budi = await postOffice.person('budi');
  const { lookUp, page, signIn } = await openDesk(browser);
  await page.getByLabel('Nama masuk').fill('tomo');
  await page.getByLabel('Kata sandi', { exact: true }).fill('Meja-Tomo-2023');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('tidak cocok');

  await signIn('tomo', 'Meja-Tomo-2024');
  await lookUp(budi.identifier);
  await expect(page.getByRole('heading', { name: budi.name })).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Perbarui' }).click();
  await expect(page.getByText('Sesi Anda sudah berakhir')).toBeVisible();
  await expect(page.getByText(budi.name)).toHaveCount(0);
});
