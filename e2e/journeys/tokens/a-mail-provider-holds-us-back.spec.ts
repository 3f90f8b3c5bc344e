import { freeSms, newcomer, pricedSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

/** As Gmail said it in February 2020. Each journey has a provider of its own: a lane is judged for everybody who is in it. */
const HELD_BACK = { kind: 'defer', reply: '421-4.7.28 Unusual rate of unsolicited mail' } as const;

test('a code asked for by mail comes by SMS by itself, and the page says so as it happens (R46, R68)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(newcomer, freeSms);
  const { phone = '', id } = person;
  const domain = `surat-${id}.example`;
  await shortcuts.activate(person, { phone, email: `saya@${domain}` });
  const draft = await shortcuts.draft(2024, 'statement');
  await postOffice.order({ match: { domain }, fault: HELD_BACK });
  await shortcuts.neighbour(await somebody(newcomer), domain);
  const asked = await filing.askForCode('EMAIL');

  const mail = page.getByRole('list', { name: /^Perjalanan kode: Email/ });
  await expect(mail).toContainText(`Menunggu ${domain}`);
  await expect(mail).toContainText(`${domain} sedang menahan semua pesan kami.`);
  const sms = page.getByRole('list', { name: /^Perjalanan kode: SMS/ });
  await expect(sms).toContainText('Tiba di ponsel Anda');
  await expect(page.getByText(/^ke \S+ · otomatis$/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Otomatis kami kirim juga. SMS:' })).toBeAttached();
  await expect(page.getByText('Kode yang sama sudah kami kirim lewat SMS.')).toBeVisible();
  await expect(page.getByText(/tidak dikenai biaya/)).toBeVisible();
  // Either way was used a moment ago: each button says from when on it would be worth it.
  for (const way of ['SMS', 'email'])
    await expect(
      page.getByRole('button', { name: new RegExp(`^Kirim ulang lewat ${way} pukul \\d\\d`) }),
    ).toBeDisabled();
  await expectSound(page);

  expect(await postOffice.codeFor(phone, asked)).toMatch(/^\d{6}$/);

  // Asked anew for a changed return, it is said before and after: the way in trouble is marked, and another one serves.
  await page.goto(`/filing/${draft}/assets`);
  await page.getByLabel(/^Jumlah utang/).fill('1500000');
  await page.getByLabel(/^Jumlah utang/).blur();
  await filing.isSaved();
  await page.goto(`/filing/${draft}/statement`);
  const wish = page.getByRole('radio', {
    name: new RegExp(`^Email ke.*sedang (terganggu|tertutup).*${domain}`),
  });
  await expect(wish).not.toBeChecked();
  await expect(page.getByText(/bila dipilih, kode kami kirim lewat SMS\.$/)).toBeVisible();
  await expectSound(page);
  await page.getByText('Setuju', { exact: true }).click();
  await page.getByText(/^Email ke/).click();
  const again = new Date();
  await page.getByRole('button', { name: 'Kirim kode', exact: true }).click();
  await expect(page.getByText('Karena itu kode kami kirim lewat SMS.')).toBeVisible();
  // The way in trouble may be tried as well; what serves stands first.
  await expect(page.getByRole('list', { name: /^Perjalanan kode/ }).first()).toHaveAccessibleName(/: SMS/);
  await filing.send(await postOffice.codeFor(phone, again));
  await filing.receipt();
});

test('who has no other channel is told what is wrong, and gets the code when it is over @waits (R45, R68)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(newcomer);
  const domain = `hanya-${person.id}.example`;
  const email = `saya@${domain}`;
  await shortcuts.activate(person, { email });
  await shortcuts.draft(2024, 'statement');
  const callOff = await postOffice.order({ match: { domain }, fault: HELD_BACK });
  await shortcuts.neighbour(await somebody(newcomer), domain);
  const asked = await filing.askForCode('EMAIL');

  const mail = page.getByRole('list', { name: /^Perjalanan kode: Email/ });
  await expect(mail).toContainText(`${domain} sedang menahan semua pesan kami. Kami terus mencoba`);
  await expect(page.getByText(/Meminta lagi tidak mempercepat: kami terus mencoba/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kirim ulang pukul \d\d\.\d\d/ })).toBeDisabled();
  await expectSound(page);
  expect(await postOffice.messages(email)).toHaveLength(1); // the one that confirmed the address

  await callOff();
  await expect(mail).toContainText(`Diserahkan untuk ${domain}`, { timeout: 60_000 });
  await filing.send(await postOffice.codeFor(email, asked));
  await filing.receipt();
});

test('an activation with a blocked mailbox is finished by phone, one tap away (R45, R46)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { activation, shortcuts },
}) => {
  const person = await somebody(newcomer, freeSms);
  const { phone = '', id } = person;
  const domain = `tutup-${id}.example`;
  await postOffice.order({ match: { domain }, fault: HELD_BACK });
  await shortcuts.neighbour(await somebody(newcomer), domain);
  await shortcuts.beginActivation(person);
  await activation.giveChannels({ email: `saya@${domain}` });

  const mail = activation.part('EMAIL');
  await expect(mail.getByText(`${domain} sedang menahan pesan kami.`)).toBeVisible();
  await expect(mail.getByText('Pastikan nomor ponsel Anda saja.')).toBeVisible();
  await expectSound(page);
  await mail.getByRole('button', { name: 'Tambah nomor ponsel' }).click();
  await activation.giveChannels({ phone });

  await mail.getByRole('link', { name: 'Ke kode dari SMS' }).click();
  await expect(activation.part('SMS').getByRole('textbox')).toBeFocused();
  await activation.enterCode('SMS', await postOffice.codeFor(phone));
  await activation.isConfirmed('SMS');
  await expect(mail.getByText('Pastikan nomor ponsel Anda saja.')).toBeHidden();
  await expectSound(page);
  await activation.setPassword('Angin-Laut-Selatan-7');
});

test('a way that costs is offered in one tap with its price, and is never taken unasked (R71, R74)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(newcomer, pricedSms);
  const { phone = '', id } = person;
  const domain = `mahal-${id}.example`;
  await shortcuts.activate(person, { phone, email: `saya@${domain}` });
  await shortcuts.draft(2024, 'statement');
  await postOffice.order({ match: { domain }, fault: HELD_BACK });
  await shortcuts.neighbour(await somebody(newcomer), domain);
  const asked = await filing.askForCode('EMAIL');

  await expect(page.getByText('Pakai SMS: biayanya Rp350 dari pulsa Anda.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kirim ulang pukul \d\d\.\d\d/ })).toBeDisabled();
  await expectSound(page);
  expect((await postOffice.messages(phone)).filter(({ receivedAt }) => new Date(receivedAt) > asked)).toEqual(
    [],
  );

  await page.getByRole('button', { name: 'Kirim lewat SMS · Rp350 dari pulsa' }).click();
  await filing.send(await postOffice.codeFor(phone, asked));
  await filing.receipt();
});
