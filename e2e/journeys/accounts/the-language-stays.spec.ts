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
