import { expect, test } from '../../fixtures.ts';

test('an SMS that costs says so before it is asked for, and free e-mail is what is proposed (R71)', async ({
  accessible,
  page,
  postOffice,
  taxpayer: { filing, shortcuts },
}) => {
  const rina = await postOffice.person('rina');
  const { phone = '' } = rina;
  await shortcuts.openDraft(rina, 2024, 'statement');
  await expect(page.getByRole('radio', { name: /^Email ke/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^SMS ke.*Tri.*Rp350 dari pulsa Anda/ })).not.toBeChecked();

  await page.getByText('Setuju', { exact: true }).click();
  await page.getByText(/^SMS ke/).click();
  await page.getByRole('button', { name: 'Kirim kode lewat SMS' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Setujui biayanya');
  await accessible(page);
  expect(await postOffice.messages(phone)).toEqual([]);

  await page.getByText('Saya setuju membayar Rp350 dari pulsa').click();
  const asked = new Date();
  await page.getByRole('button', { name: 'Kirim kode lewat SMS' }).click();
  const code = await postOffice.codeFor(phone, asked);
  // Beside the wait, the other way is named with its price, too.
  await expect(page.getByRole('button', { name: /^Kirim juga lewat email · gratis/ })).toBeVisible();
  await filing.send(code);
  await filing.receipt();
  await expect(page.getByRole('main')).toContainText('Kurang bayar');
});

test('a number of a carrier that is not live is told why, and the code comes by e-mail (R37)', async ({
  page,
  postOffice,
  taxpayer: { filing, shortcuts },
}) => {
  const hendra = await postOffice.person('hendra');
  await shortcuts.openDraft(hendra, 2024, 'statement');
  await expect(page.getByText(/^Smartfren \(.*\) belum lulus uji pengiriman kode di sini\.$/)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(1);
  const asked = await filing.askForCode('EMAIL');
  await filing.send(await postOffice.codeFor(hendra.email ?? '', asked));
  await filing.receipt();
});
