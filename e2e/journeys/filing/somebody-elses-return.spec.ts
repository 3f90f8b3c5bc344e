import { activated } from '../../actors/crowd.ts';
import { makeTaxpayer } from '../../actors/taxpayer.ts';
import { expect, test } from '../../fixtures.ts';

test('somebody else’s return and receipt do not exist, whoever asks', async ({
  browser,
  page,
  postOffice,
  request,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const owner = await somebody(activated);
  const id = await shortcuts.openDraft(owner, 2024, 'statement');
  const asked = await filing.askForCode('EMAIL');
  await filing.send(await postOffice.codeFor(owner.email ?? '', asked));
  await filing.receipt();
  const pdf = (await page.getByRole('link', { name: 'Unduh tanda terima (PDF)' }).getAttribute('href')) ?? '';

  const strange = await (await browser.newContext()).newPage();
  const stranger = makeTaxpayer(strange, postOffice);
  await strange.goto(`/filing/${id}/receipt`);
  await stranger.filing.title('Masuk');
  await stranger.shortcuts.signIn(await somebody(activated));
  await strange.goto(`/filing/${id}/receipt`);
  await stranger.filing.title('SPT ini tidak ada pada akun Anda');
  expect((await strange.request.get(pdf)).status()).toBe(404);
  expect((await request.get(pdf)).status()).toBe(404);
  await strange.goto('/filing/00000000-0000-7000-8000-000000000000/income');
  await stranger.filing.title('SPT ini tidak ada pada akun Anda');
  await strange.goto(`/filing/${encodeURIComponent("';--")}/income`);
  await stranger.filing.title('SPT ini tidak ada pada akun Anda');

  await strange.goto('/verify');
  await strange.getByLabel('Nomor tanda terima').fill('00000000000000000000');
  await strange.getByRole('button', { name: 'Periksa', exact: true }).click();
  await expect(strange.getByText('Nomor ini tidak ada pada kami.')).toBeVisible();
});
