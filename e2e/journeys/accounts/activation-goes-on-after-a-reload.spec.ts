import { freeSms, newcomer } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('a wrong code costs one chance, the right one is taken, and a reload loses no step (R108)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation },
}) => {
  const person = await somebody(newcomer, freeSms);
  const { phone = '', email = '', name } = person;
  await activation.identify(person);
  await expect(page.getByText(name)).toBeVisible();
  await page.reload();
  await activation.giveChannels({ phone, email });

  const part = activation.part('SMS');
  await expect(part.getByText('5 kesempatan')).toBeVisible();
  const code = await postOffice.codeFor(phone);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await activation.enterCode('SMS', wrong);
  await expect(part.getByRole('textbox')).toHaveAccessibleDescription(/Kode itu tidak cocok/);
  await expect(part.getByText(/berlaku .*4 kesempatan/)).toBeVisible();

  await page.reload();
  await expect(part.getByText(/berlaku .*4 kesempatan/)).toBeVisible();
  await activation.enterCode('SMS', code);
  await activation.isConfirmed('SMS');

  await page.reload();
  await activation.isConfirmed('SMS');
  await page.getByRole('button', { name: 'Lanjut ke kata sandi' }).click();
  await page.reload();
  await expect(page.getByLabel('Kata sandi baru')).toBeVisible();

  // The other address waits where it was; meanwhile the first one is enough.
  await page.getByRole('button', { name: 'Kembali ke kode' }).click();
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
  await activation.setPassword('Hujan-Bulan-Juni-94');
});

test('a password that is easy to guess, or a notice not accepted, is said at its field', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { email = '' } = person;
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ email });
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await page.getByRole('button', { name: 'Lanjut ke kata sandi' }).click();

  const password = page.getByLabel('Kata sandi baru');
  await password.fill('12345678');
  await page.getByRole('button', { name: 'Aktifkan akun' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Beri tanda bahwa Anda menerima');
  await page.getByText('Saya mengerti dan menerima tanggung jawab ini.').click();
  await page.getByRole('button', { name: 'Aktifkan akun' }).click();
  await expect(password).toHaveAccessibleDescription(/terlalu mudah ditebak/);
});
