import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('while the connection is lost the page says since when, and goes on by itself', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const person = await somebody(activated, freeSms);
  let isLost = false;
  await page.routeWebSocket('**/graphql', (socket) => socket.close());
  await page.route('**/graphql', (route) => (isLost ? route.abort() : route.fallback()));
  await postOffice.order({ match: { to: person.phone ?? '' }, fault: { kind: 'delay', seconds: 10 } });
  await shortcuts.openDraft(person, 2024, 'statement');
  await filing.askForCode('SMS');

  isLost = true;
  const lost = page.getByText(/^Sambungan terputus; keadaan terakhir pukul/);
  await expect(lost).toBeVisible();
  const since = await lost.textContent();
  // Each further try fails as well, and what stands here gets no newer by that.
  for (const _ of ['once', 'twice']) await page.waitForEvent('requestfailed');
  await expect(lost).toHaveText(since ?? '');

  isLost = false;
  await expect(page.getByRole('list', { name: /^Perjalanan kode: SMS/ })).toContainText(
    'Tiba di ponsel Anda',
  );
  await expect(lost).toBeHidden();
});
