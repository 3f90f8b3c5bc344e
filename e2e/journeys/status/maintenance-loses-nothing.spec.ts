import { inHours, maintenance, pinUp, refuse } from '../../actors/bulletin.ts';
import { activated } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('maintenance begins while somebody fills in a return: what is typed is kept, and sent afterwards', async ({
  page,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  await shortcuts.openDraft(await somebody(activated), 2024, 'statement');
  await filing.title('Pernyataan dan kode');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await pinUp(page, { maintenance: [maintenance('RUNNING', inHours(-1), inHours(3))] });
  const asked = page.waitForRequest((request) => request.postData()?.includes('MaintenanceBand') ?? false);
  const open = await refuse(page, 'RequestToken', inHours(3));
  await page.getByText('Setuju', { exact: true }).click();
  await page.getByRole('button', { name: /^Kirim kode lewat/ }).click();
  await expect(page.getByText('Layanan sedang dirawat.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Perawatan', exact: true })).toContainText(
    'Sedang dirawat sampai',
  );
  // Every page asks by itself each minute: that must not keep a session alive (it goes without cookies).
  expect(await (await asked).headerValue('cookie')).toBeNull();

  open();
  await page.getByRole('button', { name: /^Kirim kode lewat/ }).click();
  await filing.title(/^Masukkan kode/);
});
