import { openDesk } from '../../actors/agent.ts';
import { freeSms, newcomer } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('an agent sees why a code came another way, by which route, and how the lane does (R46, R110)', async ({
  browser,
  postOffice,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  const caller = await somebody(newcomer, freeSms);
  const { phone = '', id } = caller;
  const domain = `panggil-${id}.example`; // a provider of its own: a lane is judged for everybody who is in it
  await shortcuts.activate(caller, { phone, email: `saya@${domain}` });
  await shortcuts.draft(2024, 'statement');
  await postOffice.order({
    match: { domain },
    fault: { kind: 'defer', reply: '421-4.7.28 Unusual rate of unsolicited mail' },
  });
  await shortcuts.neighbour(await somebody(newcomer), domain);
  const asked = await filing.askForCode('EMAIL');
  const code = await postOffice.codeFor(phone, asked);

  const agent = await openDesk(browser);
  await agent.signIn('sari', 'Meja-Sari-2024');
  await agent.lookUp(caller.identifier);
  await expect(agent.told().first()).toContainText('sudah tiba di ponsel');
  const because = `karena ${domain} menunda: terlalu banyak pesan sekaligus`;
  await expect(agent.page.getByText(`Kami memindahkannya ke SMS`)).toContainText(because);
  const line = agent.page.getByRole('list', { name: /^Perjalanan Kode kirim SPT/ });
  await expect(line).toContainText(`otomatis, ${because}`);
  await expect(line).toContainText(new RegExp(`jalur ${domain} sedang (terganggu|tertutup)`));
  await expect(line).toContainText('4.7.28');
  await expect(agent.page.locator('body')).not.toContainText(code);
  await expectSound(agent.page);
});
