import { openDesk } from '../../actors/agent.ts';
import { expect, test } from '../../fixtures.ts';

test('an agent in a side panel follows a code from its delay to its entry, and never sees it (R105, R110)', async ({
  accessible,
  browser,
  page,
  postOffice,
  taxpayer,
}) => {
  const caller = await postOffice.person('samudra');
  const address = caller.email ?? '';
  const agent = await openDesk(browser, 400);
  await accessible(agent.page);
  await agent.signIn('sari', 'Meja-Sari-2024');
  await accessible(agent.page);

  const callOff = await postOffice.order({
    match: { to: address },
    fault: { kind: 'defer', reply: '421-4.7.28 Unusual rate of mail' },
  });

  await page.goto('/activation');
  await page.getByLabel('NPWP atau NIK').fill(caller.identifier);
  await page.getByLabel('e-FIN', { exact: true }).fill(caller.efin);
  await page.getByRole('button', { name: 'Lanjut ke saluran' }).click();
  await page.getByLabel('Alamat email').fill(address);
  await page.getByRole('button', { name: 'Kirim kode' }).click();

  await agent.lookUp(caller.identifier);
  await expect(agent.page.getByRole('heading', { name: caller.name })).toBeFocused();
  await expect(agent.told()).toContainText('sedang menunda email dengan ref');
  const reference = /ref (\w\d)/.exec((await agent.told().textContent()) ?? '')?.[1] ?? 'no ref';
  await expect(agent.line(reference)).toContainText('terlalu banyak pesan sekaligus');
  await expect(agent.line(reference)).toContainText('4.7.28');
  await accessible(agent.page);

  await callOff();
  // By itself, nobody presses anything: the next attempt, then the next reading.
  await expect(agent.told()).toContainText('sudah diterima', { timeout: 45_000 });
  const code = await postOffice.codeFor(address);
  await expect(agent.page.locator('body')).not.toContainText(code);
  await expect(agent.page.locator('body')).not.toContainText(address);

  await taxpayer.enterCode(code);
  await page.getByRole('button', { name: 'Pastikan alamat ini' }).click();
  await expect(agent.told()).toContainText('sudah dimasukkan dan cocok');
  await expect(agent.line(reference)).toContainText('Dimasukkan dan cocok');
  await accessible(agent.page);

  await agent.page.reload(); // in the middle of a call the page shows the same caller again
  await expect(agent.line(reference)).toContainText('Dimasukkan dan cocok');
});
