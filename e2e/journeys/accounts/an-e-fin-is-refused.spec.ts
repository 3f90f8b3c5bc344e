import { newcomer } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

const NOBODY = '3174042308890413'; // well formed, and not settled by the seed

test('a wrong e-FIN is refused in the words a stranger gets, and the right one is still taken', async ({
  page,
  somebody,
  taxpayer: { activation },
}) => {
  const person = await somebody(newcomer);
  const wrong = person.efin.replace(/.$/, (last) => String((Number(last) + 1) % 10));
  const refusal = page.getByRole('alert').first();

  await activation.identify({ ...person, efin: wrong });
  await expect(refusal).toContainText('Data yang Anda masukkan tidak cocok');
  const words = await refusal.textContent();

  await page.getByLabel('NPWP atau NIK').fill(NOBODY);
  await page.getByRole('button', { name: 'Lanjut ke saluran' }).click();
  await expect(refusal).toBeFocused();
  await expect(refusal).toHaveText(words ?? '');

  await activation.identify(person);
  await expect(page.getByText(person.name)).toBeVisible();
});

test('an e-FIN past its 30 days says so to its holder, and how to come by a new one (R13, R14, R15)', async ({
  page,
  postOffice,
  taxpayer: { activation },
}) => {
  const joko = await postOffice.person('joko');
  const refusal = page.getByRole('alert').first();
  // Whoever does not hold it learns nothing of it.
  await activation.identify({ ...joko, efin: '0000000000' });
  await expect(refusal).toContainText('Data yang Anda masukkan tidak cocok');

  await activation.identify(joko);
  await expect(refusal).toContainText('sudah lewat 30 hari');
  await expect(refusal).toContainText('Ajukan e-FIN baru di kantor pajak');
  await expect(page).toHaveURL(/\/activation$/);
});

test('who has an account already is sent to the sign-in', async ({
  page,
  postOffice,
  taxpayer: { activation },
}) => {
  await activation.identify(await postOffice.person('budi'));
  await expect(page.getByRole('alert').first()).toContainText('Akun ini sudah aktif');
  await page.getByRole('main').getByRole('link', { name: 'Masuk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
});
