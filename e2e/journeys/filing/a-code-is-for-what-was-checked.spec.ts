import { activated } from '../../actors/crowd.ts';
import { makeFiling } from '../../actors/filing.ts';
import { expect, test } from '../../fixtures.ts';

test('a code is for what was checked: changed in another window, it is not taken any more (R26)', async ({
  context,
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated);
  const { email = '' } = person;
  const id = await shortcuts.openDraft(person, 2024, 'statement');
  const asked = await filing.askForCode('EMAIL');
  const code = await postOffice.codeFor(email, asked);

  const other = await context.newPage();
  await other.goto(`/filing/${id}/assets`);
  await other.getByLabel(/^Jumlah harta/).fill('12000000');
  await makeFiling(other).isSaved();

  await expect(page.getByText('Kode ini sudah diganti.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('link', { name: 'Periksa lagi isiannya' }).click();
  await filing.title('Periksa sebelum dikirim');
  await expect(page.getByRole('main')).toContainText('Rp12.000.000');
  await filing.review();
  const askedAgain = await filing.askForCode('EMAIL');
  const fresh = await postOffice.codeFor(email, askedAgain);
  expect(fresh).not.toBe(code);
  await filing.send(fresh);
  await filing.receipt();
});
