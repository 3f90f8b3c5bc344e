import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostOffice, startPostOffice } from '@sampai/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorker } from '#app/worker-process';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';

// The whole way with real sockets: the worker as it is started, and two post offices, each a way to the same people. The first
// one refuses every message, and says that it is the message's fault.
const REFUSED = { SMS: 'ESME_RX_R_APPN (0x66)', EMAIL: '554 5.6.0 Message content rejected' };

let house: House;
let refusing: PostOffice;
let taking: PostOffice;
let worker: { stop(): Promise<void> };
const folder = mkdtempSync(join(tmpdir(), 'sampai-two-routes-'));

beforeAll(async () => {
  house = await openHouse();
  const open = () =>
    startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0, habits: { receiptSeconds: 0 } });
  [refusing, taking] = await Promise.all([open(), open()]);
  for (const channel of ['SMS', 'EMAIL'] as const)
    refusing.faults.add({
      match: { channel },
      fault: { kind: 'refuse', reply: REFUSED[channel], at: 'DATA' },
    });
  const route = (name: string, { ports }: PostOffice) => [
    {
      ...{ name: `sms-${name}`, kind: 'smpp', host: '127.0.0.1', port: ports.smpp, systemId: name },
      ...{ lanes: ['sms:telkomsel'], bundled: true },
    },
    {
      ...{ name: `mail-${name}`, kind: 'smtp', host: '127.0.0.1', port: ports.smtp },
      ...{ lanes: ['mail:*'], bundled: true },
    },
  ];
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const file = join(folder, 'carriers.json');
  writeFileSync(file, JSON.stringify({ sender, routes: [...route('a', refusing), ...route('b', taking)] }));
  vi.stubEnv('DATABASE_URL', house.config.databaseUrl);
  vi.stubEnv('KEYS_FILE', house.config.keysFile);
  vi.stubEnv('CARRIERS_FILE', file);
  vi.stubEnv('LOG_LEVEL', 'silent');
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
  vi.unstubAllEnvs();
  for (const office of [refusing, taking]) await office.close();
  await house.close();
  rmSync(folder, { recursive: true });
});

it('lanes that no route of the worker serves are not live from its start, and the others are (R37)', async () => {
  const live = async (id: string) => (await house.delivery.lane(id)).live;
  expect(await live('sms:axis')).toBe(false);
  for (const id of ['sms:telkomsel', 'mail:gmail', 'mail:kantor.example']) expect(await live(id)).toBe(true);
});

let count = 0;
/** Somebody with this one address alone, who asks for a code to sign in. */
async function ask(channel: 'SMS' | 'EMAIL', before: (to: string) => void = () => {}) {
  count += 1;
  const to = channel === 'SMS' ? `+6281234${800_000 + count}` : `dua${count}@gmail.com`;
  before(to);
  const facts = channel === 'SMS' ? { phone: to } : { email: to };
  const { id } = await house.taxpayer({ passwordHash: 'unused', ...facts });
  return { id, to, token: await codeFor(house, id, { to, purpose: 'SIGN_IN' }) };
}
const messagesOf = async (ref: string) => house.delivery.messages(house.db.read, ref, new Date());
const settled = (ref: string, states: string[]) =>
  house.until(async () => {
    const all = await messagesOf(ref);
    return all.map(({ state }) => state).join() === states.join() && all;
  });
/** What each message of a code went through, with routes and what was said there. */
async function storiesOf(ref: string) {
  const events = await house.delivery.timeline(house.db.read, ref);
  return (await messagesOf(ref)).map(({ id }) =>
    events
      .filter(({ messageId, kind }) => messageId === id && kind !== 'QUEUED')
      .map(({ kind, route, reply }) => `${kind} ${route}: ${reply}`),
  );
}
const spentOn = async (token: string) =>
  (
    await house.database.query(
      'SELECT count(*)::int AS sms, coalesce(sum(cost), 0)::int AS rupiah FROM sms_spending WHERE token = $1',
      [token],
    )
  )[0];
const movedBy = async (subject: string) =>
  (
    await house.database.query(
      `SELECT detail FROM audit_entry WHERE action = 'token.failed_over' AND subject = $1`,
      [subject],
    )
  ).map(({ detail }) => detail);

describe('a message that one of two routes refuses', () => {
  it('arrives by the other one as the same code, and is one SMS to whoever pays and counts (R43)', async () => {
    const { id, to, token } = await ask('SMS');
    const { code } = await taking.nextMessage(to, { after: 0 });
    await settled(token.id, ['REFUSED', 'DELIVERED']);
    expect(await storiesOf(token.id)).toEqual([
      [`REFUSED sms-a: ${REFUSED.SMS}`],
      ['SENT_ON sms-b: ESME_ROK', 'DELIVERED sms-b: delivered'],
    ]);
    expect(await movedBy(token.subject)).toMatchObject([
      { reason: 'refused', from: 'SMS', to: 'SMS', verdict: 'other-route', tried: 'sms-a' },
    ]);

    expect([refusing.smsc.accepted(), taking.messages(to).length]).toEqual([0, 1]);
    expect(await spentOn(token.id)).toEqual({ sms: 1, rupiah: 350 });
    const index = house.secrets.index('SMS', to);
    expect(await house.delivery.sentToAddress(house.db.read, index, 60)).toHaveLength(1);
    const viewer = { subject: subjectOf(id), flowHash: null };
    expect(await house.tokens.view(viewer, token.id)).toMatchObject({ sends: 1, attemptsLeft: 5 });
    const entered = { tokenId: token.id, code: code ?? '' };
    expect(await house.tokens.verify(caller({ taxpayerId: id }), entered)).toMatchObject({
      verdict: 'verified',
    });
  });

  it('arrives by the other one where it is a mail', async () => {
    const { to, token } = await ask('EMAIL');
    expect((await taking.nextMessage(to, { after: 0 })).code).toMatch(/^\d{6}$/);
    await settled(token.id, ['REFUSED', 'SENT_ON']);
    expect(await storiesOf(token.id)).toEqual([
      [`REFUSED mail-a: ${REFUSED.EMAIL}`],
      [expect.stringMatching(/^SENT_ON mail-b: 250 /)],
    ]);
    expect(await movedBy(token.subject)).toMatchObject([{ reason: 'refused', tried: 'mail-a' }]);
    expect([refusing.messages(to).length, taking.messages(to).length]).toEqual([0, 1]);
  });
});

describe('a message that both of two routes refuse', () => {
  it.each(['SMS', 'EMAIL'] as const)('is tried once by each, and no more (%s)', async (channel) => {
    const { to, token } = await ask(channel, (address) =>
      taking.faults.add({
        match: { to: address },
        fault: { kind: 'refuse', reply: REFUSED[channel], at: 'DATA' },
      }),
    );
    await settled(token.id, ['REFUSED', 'REFUSED']);
    const way = channel === 'SMS' ? 'sms' : 'mail';
    expect(await storiesOf(token.id)).toEqual([
      [`REFUSED ${way}-a: ${REFUSED[channel]}`],
      [`REFUSED ${way}-b: ${REFUSED[channel]}`],
    ]);
    // Another person's message is through by then: nothing of this one is still under way.
    const other = await ask(channel);
    await taking.nextMessage(other.to, { after: 0 });
    expect(await messagesOf(token.id)).toHaveLength(2);
    expect([refusing.messages(to), taking.messages(to)]).toEqual([[], []]);
    expect(await spentOn(token.id)).toEqual({ sms: 0, rupiah: 0 });
  });
});
