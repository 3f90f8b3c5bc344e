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
  await password.fill('1234567890');
  await page.getByRole('button', { name: 'Aktifkan akun' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Beri tanda bahwa Anda menerima');
  await page.getByText('Saya mengerti dan menerima tanggung jawab ini.').click();
  await page.getByRole('button', { name: 'Aktifkan akun' }).click();
  await expect(password).toHaveAccessibleDescription(/terlalu mudah ditebak/);
});

test('a code that was taken stays taken, whatever answer from before comes late', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, filing, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { email = '' } = person;
  await shortcuts.beginActivation(person);
  await filing.title('Ke mana kode dikirim?');

  // The page asks how the activation stands as soon as it opens; here the answer is long on its way.
  const held: (() => void)[] = [];
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON()?.operationName !== 'Activation') return route.continue();
    const answer = await route.fetch();
    await new Promise<void>((release) => held.push(release));
    await route.fulfill({ response: answer });
  });
  await activation.giveChannels({ email });
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await expect(page.getByText('Kode cocok.')).toBeVisible();
  expect(held).toHaveLength(1);

  const late = page.waitForResponse(
    (response) => response.request().postData()?.includes('Activation') ?? false,
  );
  for (const release of held) release();
  await (await late).finished();
  await activation.isConfirmed('EMAIL');
  await activation.setPassword('Pasar-Minggu-Pagi-3');
});
