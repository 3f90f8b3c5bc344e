import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('a session that ends on the waiting page leads to the sign-in, and back to the same code', async ({
  page,
  postOffice,
  somebody,
  taxpayer,
}) => {
  const { filing, shortcuts } = taxpayer;
  const person = await somebody(activated, freeSms);
  await shortcuts.openDraft(person, 2024, 'statement');
  const asked = await filing.askForCode('SMS');
  const code = await postOffice.codeFor(person.phone ?? '', asked);
  const waiting = page.url();

  // Ended elsewhere, as by the clock: this page is not told.
  await page.request.post('/graphql', { data: { query: 'mutation { signOut }' } });
  await filing.title('Masuk');
  await expect(page.getByText(/^Sesi Anda sudah berakhir\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keluar' })).toBeHidden();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText(/^Your session has ended\./)).toBeVisible();
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();

  await page.getByLabel('NPWP atau NIK').fill(person.identifier);
  await page.getByLabel('Kata sandi', { exact: true }).fill(person.password ?? '');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page).toHaveURL(waiting);
  await filing.send(code);
  await filing.receipt();
});

test("a code that was on a page without a gate, and whose session is gone, is not said to be another browser's", async ({
  page,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  await shortcuts.openDraft(await somebody(activated, freeSms), 2024, 'statement');
  await filing.askForCode('SMS');
  const token = await page.evaluate(() => Object.values({ ...sessionStorage }).at(0));
  await page.goto(`/sign-in/code?token=${token}`);
  await expect(page.getByRole('textbox', { name: 'Kode dari SMS' })).toBeVisible();

  await page.request.post('/graphql', { data: { query: 'mutation { signOut }' } });
  await expect(page.getByText('Sesi yang meminta kode ini sudah berakhir.')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('The session that asked for this code has ended.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', /^\/sign-in/);
});
