import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('a code that neither channel takes leads to the channels and to the office, not to the field', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated, freeSms);
  const { phone = '', email = '' } = person;
  await postOffice.order({ match: { to: phone }, fault: { kind: 'refuse', reply: 'ESME_RINVDSTADR' } });
  await postOffice.order({
    match: { to: email },
    fault: { kind: 'refuse', reply: '550 5.1.1 No such mailbox' },
  });
  await shortcuts.openDraft(person, 2024, 'statement');
  await filing.askForCode('SMS');

  const main = page.getByRole('main');
  const both = page.getByText('SMS dan email ini tidak akan sampai. Periksa nomor dan alamatnya.');
  await expect(both).toBeVisible({ timeout: 60_000 }); // the second we try by ourselves
  await expect(main).toContainText('Kode tidak bisa dikirim ke nomor dan alamat Anda.');
  await expect(main).toContainText('hubungi Kring Pajak 1500200');
  await expect(page.getByRole('textbox', { name: 'Kode verifikasi' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(main).toContainText('No code can be sent to your number or your address.');
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeVisible();
  await page.getByRole('link', { name: 'See your contact channels' }).click();
  await expect(page).toHaveURL(/\/contact-channels$/);
});
