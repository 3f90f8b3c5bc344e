import { activated } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('a code asked for in one tab is found in another, and nothing is sent again (R71)', async ({
  context,
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated);
  const { email = '' } = person;
  const draft = await shortcuts.openDraft(person, 2024, 'statement');
  const asked = await filing.askForCode('EMAIL');
  const code = await postOffice.codeFor(email, asked);

  const other = await context.newPage();
  await other.goto(`/filing/${draft}/code`);
  await expect(
    other.getByText(/^Kode untuk SPT ini sudah diminta: Email ke \S+ \(ref \w\d\)\.$/),
  ).toBeVisible();
  await expect(other.getByRole('radio')).toHaveCount(0);
  await expectSound(other);
  await other.getByRole('button', { name: 'Lanjut ke kode' }).click();
  await expect(other.getByRole('alert')).toContainText('Beri tanda Setuju'); // accepted in this window, too
  await other.getByText('Setuju', { exact: true }).click();
  await other.getByRole('button', { name: 'Lanjut ke kode' }).click();
  await other.getByRole('textbox', { name: /^Kode dari/ }).fill(code);
  await other.getByRole('button', { name: 'Kirim SPT', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'SPT Anda sudah sampai' })).toBeVisible();

  await filing.receipt(); // and the first tab shows it
  const codes = (await postOffice.messages(email)).filter((mail) => mail.code === code);
  expect(codes).toHaveLength(1);
  await expect(page.getByText('SPT Anda sudah sampai')).toBeVisible();
});
