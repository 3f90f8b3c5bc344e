import { openDesk } from '../../actors/agent.ts';
import { activated, newcomer } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('pages that everybody may open', async ({ page, taxpayer: { filing } }) => {
  await page.goto('/sign-in');
  await filing.title('Masuk');
  await expectSound(page);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectSound(page);

  await page.goto('/status');
  await filing.title('Status layanan');
  await expect(page.getByRole('heading', { name: 'Waktu tiba kode' })).toBeVisible();
  await expectSound(page);

  await page.goto('/verify?number=00000000000000000000');
  await expect(page.getByText('Nomor ini tidak ada pada kami.')).toBeVisible();
  await expectSound(page);

  await page.goto('/no/such/page');
  await filing.title('Halaman itu tidak ada');
  await expectSound(page);
});

test('the way of an activation', async ({ page, postOffice, somebody, taxpayer: { activation, filing } }) => {
  const person = await somebody(newcomer);
  const { email = '' } = person;
  await page.goto('/activation');
  await filing.title('Aktivasi dengan e-FIN');
  await expectSound(page);
  await activation.identify(person);
  await filing.title('Ke mana kode dikirim?');
  await expectSound(page);
  await activation.giveChannels(person);
  await filing.title('Masukkan kode yang tiba');
  await activation.part('SMS').getByRole('textbox').waitFor();
  await activation.part('EMAIL').getByRole('textbox').waitFor();
  await expectSound(page);
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
  await expectSound(page);
  await page.getByRole('button', { name: 'Lanjut ke kata sandi' }).click();
  await filing.title('Buat kata sandi');
  await page.getByRole('button', { name: 'Aktifkan akun' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectSound(page);
  await page.goto('/activation/00000000-0000-7000-8000-000000000000/codes');
  await filing.title('Aktivasi ini tidak terbuka di sini');
  await expectSound(page);
});

test('home, and the questions that choose the form', async ({ page, somebody, taxpayer }) => {
  const { filing } = taxpayer;
  await taxpayer.comeHome(await somebody(activated));
  await expect(page.getByRole('link', { name: 'Mulai SPT 2024' })).toBeVisible();
  await expectSound(page);
  await page.goto('/filing/new');
  await filing.title('SPT tahun berapa?');
  await expectSound(page);
  await page.getByText('2023', { exact: true }).click();
  await page.getByRole('button', { name: 'Lanjut ke pertanyaan' }).click();
  await filing.title('Usaha atau pekerjaan bebas');
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectSound(page);
  await filing.answer([['Usaha atau pekerjaan bebas', 'Ya']]);
  await filing.title('Formulir Anda: 1770');
  await expectSound(page);
  await page.getByRole('link', { name: /^Ubah/ }).click();
  await filing.answer([
    ['Usaha atau pekerjaan bebas', 'Tidak'],
    ['Suami atau istri', 'Tidak'],
  ]);
  await filing.title('Penghasilan bruto');
  await expectSound(page);
  await filing.answer([
    ['Penghasilan bruto', 'Rp60.000.000 atau kurang'],
    ['Pemberi kerja', 'Satu'],
  ]);
  await filing.title('Formulir Anda: 1770 SS');
  await expectSound(page);
});

test('the parts of a return, and its review', async ({ page, somebody, taxpayer }) => {
  const { filing, shortcuts } = taxpayer;
  await shortcuts.openDraft(await somebody(activated), 2024);
  await filing.title('Penghasilan dari pekerjaan');
  await expectSound(page);
  await page.getByRole('button', { name: 'Lanjut ke penghasilan final' }).click();
  await filing.title('Penghasilan final dan bukan objek pajak');
  await expectSound(page);
  await page.getByRole('button', { name: 'Lanjut ke harta dan utang' }).click();
  await filing.title('Harta dan utang');
  await expectSound(page);
  await page.getByRole('button', { name: 'Lanjut ke pemeriksaan' }).click();
  await filing.title('Periksa sebelum dikirim');
  await expectSound(page);
});

test('the sending of a return, and its receipt', async ({ page, postOffice, somebody, taxpayer }) => {
  const { filing, shortcuts } = taxpayer;
  const person = await somebody(activated);
  await shortcuts.openDraft(person, 2024, 'statement');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await expectSound(page);
  const asked = await filing.askForCode('EMAIL');
  const code = await postOffice.codeFor(person.email ?? '', asked);
  await expectSound(page);
  await filing.send(code);
  const number = await filing.receipt();
  await expectSound(page);
  await page.goto(`/verify?number=${number}`);
  await expect(page.getByText('Tanda terima ini asli.')).toBeVisible();
  await expectSound(page);
  await page.goto('/');
  await expect(page.getByText(number)).toBeVisible();
  await expectSound(page);
});

test('the desk', async ({ browser, postOffice }) => {
  const { page, signIn, lookUp } = await openDesk(browser);
  await expect(page.getByLabel('Nama masuk')).toBeVisible();
  await expectSound(page);
  await signIn('tomo', 'Meja-Tomo-2024');
  await expectSound(page);
  const hendra = await postOffice.person('hendra');
  await lookUp(hendra.identifier);
  await expect(page.getByRole('heading', { name: hendra.name })).toBeVisible();
  await expectSound(page);
});
