import type { Locator, Page } from '@playwright/test';
import { newcomer } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

const PASSWORD = 'Angin-Laut-Selatan-7';
/** What comes with time is told within five seconds. */
const SOON = { timeout: 15_000 };

test('a number of a carrier that is not live is told why, and e-mail alone activates (R37)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { email = '' } = person;
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ phone: '0881 2345 6789', email });
  const phone = page.getByLabel('Nomor ponsel');
  await expect(phone).toHaveAccessibleDescription(/Operator nomor ini belum lulus uji/);

  await phone.clear();
  await page.getByRole('button', { name: 'Kirim kode' }).click();
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
  await activation.setPassword(PASSWORD);
});

test('a mail provider that blocks us stops nobody whose phone is at hand, and the mailbox follows @waits (R45, R68)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { phone = '', id } = person;
  const domain = `kotak-${id}.example`;
  const callOff = await postOffice.order({
    match: { domain },
    fault: { kind: 'defer', reply: '421-4.7.28 Unusual rate of unsolicited mail' },
  });

  await shortcuts.neighbour(await somebody(newcomer), domain);
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ phone, email: `saya@${domain}` });
  const parcel = (within: Page | Locator) => within.getByRole('list', { name: /^Perjalanan kode/ });
  await expect(parcel(activation.part('EMAIL'))).toContainText(`Menunggu ${domain}`);
  await expect(parcel(activation.part('EMAIL'))).toContainText('Kami terus mencoba');

  await activation.enterCode('SMS', await postOffice.codeFor(phone));
  await activation.isConfirmed('SMS');
  await expect(page.getByText(/^Yang satu lagi boleh menyusul, di bawah Saluran kontak/)).toBeVisible();
  const codes = page.url();
  await activation.setPassword(PASSWORD);

  // It follows: home tells of it, the code that comes at last is entered there, and the old page leads there, too.
  await page.goto(codes);
  await expect(page.getByRole('heading', { level: 1, name: 'Saluran kontak' })).toBeVisible();
  await expect(parcel(page)).toContainText(`Menunggu ${domain}`);
  await expectSound(page);
  await page.goto('/');
  await expect(page.getByText(/^Alamat s\S+\.example belum dipastikan\.$/)).toBeVisible();
  await callOff();
  await page.getByRole('link', { name: 'Pastikan alamat ini' }).click();
  await expect(parcel(page)).toContainText(`Diserahkan untuk ${domain}`, { timeout: 60_000 });
  await page
    .getByRole('textbox', { name: 'Kode dari email' })
    .fill(await postOffice.codeFor(`saya@${domain}`));
  await page.getByRole('button', { name: 'Pastikan alamat ini' }).click();
  await expect(page.getByText('Alamat dipastikan')).toBeVisible();
  await page.getByRole('link', { name: 'Ke beranda', exact: true }).click();
  await expect(page.getByText('Yang terbuka', { exact: true })).toBeVisible();
  await expect(page.getByText(/belum dipastikan/)).toBeHidden();
});

test('an address that turns out not to exist gives way to another one', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { email = '', id } = person;
  const typo = `salah-ketik@${id}.example`;
  await postOffice.order({
    match: { to: typo },
    fault: { kind: 'refuse', reply: '550 5.1.1 No such mailbox' },
  });
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ email: typo });
  const parcel = activation.part('EMAIL').getByRole('list', { name: /^Perjalanan kode/ });
  await expect(parcel).toContainText(`Ditolak ${id}.example`);
  await expect(parcel).toContainText('Periksa alamatnya, atau pakai saluran yang lain.');

  await activation.part('EMAIL').getByRole('button', { name: 'Ganti alamat' }).click();
  await expect(page.getByLabel('Alamat email')).toHaveAccessibleDescription(/^Sekarang s\S+\.example/);
  await activation.giveChannels({ email });
  await expect(activation.part('EMAIL')).toHaveCount(1);
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
});

test('two addresses that both refuse are no way out of each other: each is to be put right, or the office helps', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { phone = '', email = '' } = person;
  await postOffice.order({ match: { to: phone }, fault: { kind: 'refuse', reply: 'ESME_RINVDSTADR' } });
  await postOffice.order({
    match: { to: email },
    fault: { kind: 'refuse', reply: '550 5.1.1 No such mailbox' },
  });
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ phone, email });
  const parcels = page.getByRole('list', { name: /^(Perjalanan kode|The code on its way)/ });
  const toOffice = 'bila sudah benar, hubungi Kring Pajak 1500200 atau datang ke kantor pajak.';
  await expect(parcels).toContainText([toOffice, toOffice], SOON);
  await expect(page.getByRole('main')).not.toContainText(/saluran (yang )?lain/i);
  await expect(page.getByRole('button', { name: 'Perbaiki nomor' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Correct the address' })).toBeVisible();
  const inEnglish = 'if it is right, call Kring Pajak 1500200 or visit a tax office.';
  await expect(parcels).toContainText([inEnglish, inEnglish], SOON);
  await expect(page.getByRole('main')).not.toContainText(/other channel/i);
});

test('everything that is wrong on a step is said at once, and in the language that is on', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const { email = '' } = person;
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ phone: '021 555', email: 'nama@' });
  const [phone, mail] = [page.getByLabel('Nomor ponsel'), page.getByLabel('Alamat email')];
  await expect(phone).toHaveAccessibleDescription(/bukan nomor ponsel Indonesia/);
  await expect(mail).toHaveAccessibleDescription(/bukan alamat email/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('alert')).toContainText('not a complete Indonesian mobile number');
  await expect(page.getByRole('alert')).toContainText('not a complete e-mail address');
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();

  await phone.clear();
  await mail.fill(email);
  await page.getByRole('button', { name: 'Kirim kode' }).click();
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
  await page.getByRole('button', { name: 'Lanjut ke kata sandi' }).click();
  await page.getByLabel('Kata sandi baru').fill('pendek');
  await page.getByRole('button', { name: 'Aktifkan akun' }).click();
  await expect(page.getByRole('alert')).toContainText('terlalu pendek');
  await expect(page.getByRole('alert')).toContainText('menerima tanggung jawab');
});
