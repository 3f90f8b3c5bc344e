import { openDesk } from '../../actors/agent.ts';
import { gmailHeldBack, inHours, maintenance, pinUp, said } from '../../actors/bulletin.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('the status page tells what is disturbed, until when, and what was said (R48, R53, R70)', async ({
  page,
  taxpayer: { filing },
}) => {
  const over = gmailHeldBack({
    ...{ id: 'xl', title: 'SMS ke XL sedang terlambat', affects: ['XL'], until: inHours(-1) },
    statements: [said('RECOVERED', -1, 'SMS ke XL tiba seperti biasa lagi.')],
  });
  await pinUp(page, { incidents: [gmailHeldBack(), over] });
  await page.goto('/status');
  await filing.title('Status layanan');
  const open = page.getByRole('article').filter({ hasText: 'Gmail sedang menahan email kami' });
  await expect(open.getByText('Sedang berlangsung')).toBeVisible();
  await expect(open.getByText('aktivasi, kirim SPT, masuk')).toBeVisible();
  await expect(open.getByRole('listitem').first()).toContainText('Pakai SMS.');
  await expect(open.getByRole('listitem').last()).toContainText('Permintaan maaf');
  await expect(page.getByRole('heading', { name: 'Sudah pulih' })).toBeVisible();
  await expectSound(page);
});

test('the sign-in says in a line what is disturbed', async ({ page, taxpayer: { filing } }) => {
  await pinUp(page, { incidents: [gmailHeldBack({ estimate: null })] });
  await page.goto('/sign-in');
  await filing.title('Masuk');
  await expect(page.getByText('Gmail sedang menahan email kami')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Apa yang bisa Anda lakukan' }).click();
  await filing.title('Status layanan');
});

test('the sign-in promises no advice where nothing was said of it yet', async ({
  page,
  taxpayer: { filing },
}) => {
  await pinUp(page, { incidents: [gmailHeldBack({ statements: [] })] });
  await page.goto('/sign-in');
  await filing.title('Masuk');
  await expect(page.getByText('Gmail sedang menahan email kami')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Apa yang bisa Anda lakukan' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Lihat status layanan' }).click();
  await filing.title('Status layanan');
});

test('what was closed by hand before its lane is in order is not called over', async ({
  page,
  taxpayer: { filing },
}) => {
  await pinUp(page, { incidents: [gmailHeldBack({ until: inHours(-1), closedAlthough: true })] });
  await page.goto('/status');
  await filing.title('Status layanan');
  const card = page.getByRole('article').filter({ hasText: 'Gmail sedang menahan email kami' });
  await expect(card.getByText('Ditutup petugas')).toBeVisible();
  await expect(card.getByText('pengirimannya belum terukur lancar lagi')).toBeVisible();
  await expect(card.getByText('Pulih', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Sudah pulih' })).toHaveCount(0);
  await expect(page.getByText('Tidak ada gangguan yang kami ketahui.')).toHaveCount(0);
  await expectSound(page);
});

test('a carrier that is not served yet has no price on the status page', async ({
  page,
  taxpayer: { filing },
}) => {
  await page.goto('/status');
  await filing.title('Status layanan');
  const row = page.getByRole('row').filter({ hasText: 'Smartfren' });
  await expect(row).toContainText('Belum dilayani');
  await expect(row).not.toContainText('Rp');
});

test('an estimate that has passed is not said as if it were to come (R49, R53)', async ({
  page,
  taxpayer: { filing },
}) => {
  await pinUp(page, { incidents: [gmailHeldBack({ estimate: inHours(-1) })] });
  await page.goto('/sign-in');
  await filing.title('Masuk');
  await expect(page.getByText(/; lebih lama dari perkiraan kami \(.+ WIB\)\./)).toBeVisible();
  await page.goto('/status');
  await expect(page.getByText(/^lebih lama dari perkiraan kami \(.+ WIB\)$/)).toBeVisible();
});

test('a window is announced on every page, the sign-in among them, and says when it ends (R76)', async ({
  page,
  taxpayer: { filing },
}) => {
  const window = ['2023-05-26T18:00:00+07:00', '2023-05-28T23:59:00+07:00'] as const;
  await pinUp(page, { maintenance: [maintenance('ANNOUNCED', ...window)] });
  const band = page.getByRole('region', { name: 'Perawatan', exact: true });
  for (const path of ['/sign-in', '/activation', '/verify']) {
    await page.goto(path);
    await expect(band).toContainText(
      'Perawatan Jumat, 26 Mei 2023, 18.00 WIB sampai Minggu, 28 Mei 2023, 23.59 WIB.',
    );
  }
  await pinUp(page, { maintenance: [maintenance('RUNNING', ...window)] });
  await page.goto('/status');
  await filing.title('Status layanan');
  await expect(band).toContainText('Sedang dirawat sampai Minggu, 28 Mei 2023, 23.59 WIB.');
  await expect(page.getByText('Basis data dipindahkan.')).toBeVisible();
  await expectSound(page);
});

test('the desk shows both, before and after the sign-in, with what can be said to a caller', async ({
  browser,
}) => {
  const { page, signIn } = await openDesk(browser);
  const window = { id: 'window', title: 'Perawatan', from: inHours(-1), to: '2023-05-28T23:59:00+07:00' };
  const incident = {
    id: 'gmail',
    title: 'Gmail sedang menahan email kami',
    since: inHours(-2),
    ...{ estimate: inHours(-1), overdue: true },
  };
  await pinUp(page, {
    maintenance: [{ __typename: 'MaintenanceWindow', ...window, running: true }],
    incidents: [{ __typename: 'OpenIncident', ...incident, owner: 'Tim SMS', said: 'Pakai SMS dulu.' }],
  });
  await page.reload();
  await expect(page.getByText('Portal sedang dirawat sampai Minggu, 28 Mei 2023, 23.59 WIB.')).toBeVisible();
  await expect(page.getByText(/Lebih lama dari perkiraan \(.+ WIB\)/)).toBeVisible();
  await signIn('tomo', 'Meja-Tomo-2024');
  await page.getByText('Yang bisa Anda sampaikan', { exact: true }).click();
  await expect(page.getByText('Pakai SMS dulu.')).toBeVisible();
  await expectSound(page);
});
