import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('a late SMS is said to be late, asking again opens at the time told, and every message works @waits (R67, R71, R72, R73)', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated, freeSms);
  const { phone = '' } = person;
  await postOffice.order({ match: { to: phone }, fault: { kind: 'delay', seconds: 50, times: 1 } });
  await shortcuts.openDraft(person, 2024, 'statement');
  const asked = await filing.askForCode('SMS');

  const parcel = page.getByRole('list', { name: /^Perjalanan kode: SMS/ });
  await expect(parcel).toContainText('Menuju ponsel Anda');
  const later = page.getByRole('button', { name: /^Kirim ulang pukul/ });
  await expect(later).toHaveText(/^Kirim ulang pukul \d\d\.\d\d\.\d\d$/);
  await expect(later).toBeDisabled();
  const opensAt = (await later.textContent())?.slice(-8) ?? '';

  await expect(parcel).toContainText('Belum tiba di ponsel', { timeout: 45_000 });
  await expect(parcel).toContainText('lebih lama dari biasanya');
  await expect(parcel).toContainText('Tiba di ponsel Anda', { timeout: 45_000 });
  const late = await postOffice.codeFor(phone, asked);
  // From its arrival on, the code has its ten minutes: nothing of them was spent on the way.
  await expect(page.getByText(/berlaku sampai \d\d\.\d\d WIB/)).toBeVisible();

  const again = page.getByRole('button', { name: /^Kirim ulang lewat SMS ·/ });
  await expect(again).toBeVisible({ timeout: 60_000 });
  expect(inWib(new Date()) >= opensAt, `asking again opened before ${opensAt}`).toBe(true);
  const askedAgain = new Date();
  await again.click();
  await expect(page.getByText('Kode yang sama sudah kami kirim lagi.')).toBeVisible();
  expect(await postOffice.codeFor(phone, askedAgain)).toBe(late);
  // By then it had gone by mail as well, unasked: each way has its own time.
  await expect(page.getByRole('button', { name: /^Kirim ulang lewat SMS pukul/ })).toBeDisabled();

  await filing.send(late);
  await filing.receipt();
});

/** "09.31.02", as the page writes it. */
function inWib(at: Date): string {
  return new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', timeStyle: 'medium' }).format(at);
}
