import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('a computer whose clock is wrong counts a wait as everybody does, and offers nothing too early', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated, freeSms);
  const { phone = '' } = person;
  await postOffice.order({ match: { to: phone }, fault: { kind: 'delay', seconds: 8 } });
  // Three hours fast: by this clock every code is over before it is sent.
  await page.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await shortcuts.openDraft(person, 2024, 'statement');
  await filing.askForCode('SMS');
  const sms = page.getByRole('list', { name: /^Perjalanan kode: SMS/ });
  await expect(sms).toContainText(/sudah \d detik/);
  await expect(page.getByRole('button', { name: /^Kirim ulang pukul/ })).toBeDisabled();
  await expect(sms).toContainText(/\d{1,2} detik setelah dikirim/, { timeout: 30_000 });
});
