import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('who wants a second code at the sign-in gets in with it, and not without (R21)', async ({
  page,
  postOffice,
  taxpayer,
}) => {
  const maya = await postOffice.person('maya');
  const asked = new Date();
  await taxpayer.signIn(maya);
  await expect(page.getByRole('heading', { level: 1, name: 'Masukkan kode untuk masuk' })).toBeVisible();
  await expect(page.getByRole('list', { name: /^Perjalanan kode/ })).toContainText('Tiba di ponsel Anda');
  await expectSound(page);

  // The password alone opens nothing.
  const waiting = page.url();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();

  await page.goto(waiting);
  await taxpayer.receiveCode(maya.phone ?? '', asked);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await taxpayer.isHome(maya);
});
