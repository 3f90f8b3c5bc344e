import { activated } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('sent twice by a double click, there is one receipt (R33)', async ({
  page,
  postOffice,
  somebody,
  taxpayer,
}) => {
  const { filing, shortcuts } = taxpayer;
  const person = await somebody(activated);
  const { email = '' } = person;
  await shortcuts.openDraft(person, 2024, 'statement');
  const asked = await filing.askForCode('EMAIL');
  const code = await postOffice.codeFor(email, asked);

  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await filing.send(wrong);
  await expect(page.getByRole('textbox')).toHaveAccessibleDescription(/Kode itu tidak cocok/);

  await page.getByRole('textbox').fill(code);
  await page.getByRole('button', { name: 'Kirim SPT' }).dblclick();
  const number = await filing.receipt();

  // Back leads to the receipt, not to the code.
  await page.goBack();
  expect(await filing.receipt()).toBe(number);
  await page.getByRole('link', { name: 'Ke beranda', exact: true }).click();
  await taxpayer.isHome(person);
  const arrived = page.getByRole('region', { name: 'Yang sudah sampai' }).getByRole('listitem');
  await expect(arrived).toHaveCount(1);
  await expect(arrived).toContainText(number);
  await expect(page.getByRole('link', { name: 'Mulai SPT 2024' })).toHaveCount(0);
  await postOffice.mailAbout(email, /^Bukti Penerimaan/);
  const mails = (await postOffice.messages(email)).filter(({ subject }) => subject?.startsWith('Bukti'));
  expect(mails).toHaveLength(1);
});
