import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('an SMS that is lost is followed by a mail, by itself and for nothing @waits (R46, R71)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated, freeSms, ({ email = '' }) => !email.endsWith('gmail.com'));
  const { phone = '', email = '' } = person;
  await postOffice.order({ match: { to: phone }, fault: { kind: 'lose' } });
  await shortcuts.openDraft(person, 2024, 'statement');
  const asked = await filing.askForCode('SMS');

  const sms = page.getByRole('list', { name: /^Perjalanan kode: SMS/ });
  await expect(sms).toContainText('Menuju ponsel Anda');
  await page.getByRole('button', { name: 'Belum masuk' }).click();
  const counted = page.getByText(/^Sudah dihitung\./);
  await expect(counted).toBeVisible();
  const mail = page.getByRole('list', { name: /^Perjalanan kode: Email/ });
  await expect(mail).toBeVisible({ timeout: 75_000 });
  await expect(sms).toContainText('belum melaporkan bahwa pesannya tiba');
  await expect(sms).not.toContainText('Kami terus mencoba');
  await expect(page.getByText('Kode yang sama sudah kami kirim lewat email.')).toBeVisible();
  await expect(page.getByText(/^Lihat kotak masuk dan folder spam: cari ref \w\d\.$/)).toBeVisible();
  // Said before, and not forgotten.
  await expect(counted).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Ternyata sudah masuk' }).click();
  await expect(page.getByText(/^Isi kode dari pesan dengan ref \w\d di sini\.$/)).toBeVisible();
  await expect(sms).toContainText('Mungkin sudah di ponsel Anda');
  await expect(sms).not.toContainText('belum melaporkan');

  await filing.send(await postOffice.codeFor(email, asked));
  await filing.receipt();
});
