import { expect, test } from '../../fixtures.ts';

test('who owes for a year whose last day has passed is told to pay now, not by that day', async ({
  page,
  postOffice,
  taxpayer: { filing, shortcuts },
}) => {
  await shortcuts.openDraft(await postOffice.person('rina'), 2023);
  await filing.fillIn();
  const outcome = page.getByRole('main');
  await expect(outcome).toContainText('Batas bayar 31 Maret 2024 sudah lewat. Lunasi sekarang');
  await expect(outcome).not.toContainText('paling lambat');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(outcome).toContainText('The last day to pay, 31 March 2024, has passed. Pay it now');
});
