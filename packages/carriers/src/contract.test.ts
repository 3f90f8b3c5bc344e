import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Carrier, DeliveryReceipt } from './index.ts';
import { BUDI, freePorts, messageTo, openOffice, openTo, type Ports, TEXT } from './testing/lab.ts';

// What every carrier keeps, whatever its protocol, over real sockets against the post office.
describe.each(['SMS', 'EMAIL'] as const)('a carrier of %s', (channel) => {
  const to = BUDI[channel];
  let ports: Ports;
  let office: PostOffice;
  let carrier: Carrier;
  let receipts: DeliveryReceipt[];
  beforeEach(async () => {
    ports = await freePorts();
    office = await openOffice(ports);
    carrier = await openTo(ports, channel);
    receipts = [];
    carrier.onReceipt((receipt) => void receipts.push(receipt));
  });
  afterEach(async () => {
    await carrier.close();
    await office.close();
  });
  const order = (fault: Parameters<PostOffice['faults']['add']>[0]['fault']) =>
    office.faults.add({ match: { to }, fault: { ...fault, times: 1 } });

  test('hands a message over as it is written, and says what the carrier answered', async () => {
    const outcome = await carrier.send(messageTo(to));
    expect(outcome).toMatchObject({ kind: 'accepted', reply: expect.stringMatching(/^(ESME_ROK|250 )/) });
    expect(office.messages(to)).toMatchObject([{ channel, text: TEXT, code: '482913' }]);
    expect({ channel: carrier.channel, route: carrier.route }).toEqual({
      channel,
      route: channel === 'SMS' ? 'telkomsel' : 'relay',
    });
  });

  test('tells a deferral from a refusal, and how far each reaches', async () => {
    const replies = {
      SMS: [
        ['defer', 'ESME_RTHROTTLED', 'deferred', 'route', 'ESME_RTHROTTLED (0x58)', 'slow-down'],
        ['refuse', 'ESME_RINVDSTADR', 'refused', 'recipient', 'ESME_RINVDSTADR (0x0b)', undefined],
      ],
      EMAIL: [
        [
          'defer',
          '421 4.7.28 Gmail has detected an unusual rate',
          'deferred',
          'lane',
          '421 4.7.28 Gmail has detected an unusual rate',
          'stop',
        ],
        [
          'refuse',
          `550 5.1.1 <${to}> does not exist`,
          'refused',
          'recipient',
          '550 5.1.1 <<address>> does not exist',
          undefined,
        ],
      ],
    } as const;
    for (const [fault, reply, kind, scope, kept, signal] of replies[channel]) {
      order({ kind: fault, reply });
      expect(await carrier.send(messageTo(to))).toEqual({ kind, scope, reply: kept, signal });
    }
    expect(office.messages(to)).toEqual([]);
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'accepted' });
  });

  test('a message that the carrier loses counts as accepted, and nothing more is heard of it', async () => {
    order({ kind: 'lose' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'accepted' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'accepted' });
    expect(office.messages(to)).toHaveLength(1);
    await expect.poll(() => receipts.length).toBe(channel === 'SMS' ? 1 : 0);
  });

  test('without an answer in time, or with the line cut, nobody knows: unknown, never accepted', async () => {
    order({ kind: 'silent' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'unknown' });
    order({ kind: 'cut' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'unknown' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'accepted' });
  });

  test('a carrier that is away defers, and is found again when it comes back', async () => {
    await carrier.send(messageTo(to));
    await office.close();
    await expect
      .poll(() => carrier.send(messageTo(to)), { timeout: 5000 })
      .toMatchObject({ kind: 'deferred', scope: 'route', reply: 'ECONNREFUSED' });
    const waiting = channel === 'SMS' ? carrier.send(messageTo(to)) : undefined;
    office = await openOffice(ports);
    // Whoever asked while the line was down is served as soon as it stands.
    if (waiting) expect(await waiting).toMatchObject({ kind: 'accepted' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'accepted' });
  });

  test('a message that is taken back before its turn does not go out, and the line goes on', async () => {
    expect(await carrier.send(messageTo(to, { mayGo: () => false }))).toEqual({
      ...{ kind: 'deferred', scope: 'message', reply: 'TAKEN_BACK' },
    });
    expect(office.messages(to)).toEqual([]);
    expect(await carrier.send(messageTo(to, { mayGo: () => true }))).toMatchObject({ kind: 'accepted' });
  });

  test('every connection cut while it is idle costs no message', async () => {
    await carrier.send(messageTo(to));
    (channel === 'SMS' ? office.smsc : office.mail).cutLines();
    // A bind comes back by itself, a relay is called when there is something to send.
    if (channel === 'SMS') await expect.poll(() => office.smsc.lines()).toBe(1);
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'accepted' });
    expect(office.messages(to)).toHaveLength(2);
  });

  test('200 at once are each settled once, over few connections', async () => {
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => carrier.send(messageTo(to))));
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(office.messages(to)).toHaveLength(200);
    expect((channel === 'SMS' ? office.smsc : office.mail).lines()).toBeLessThanOrEqual(5);
  });

  test('closing lets what is under way finish, and leaves no connection', async () => {
    const sending = carrier.send(messageTo(to));
    await carrier.close();
    expect(await sending).toMatchObject({ kind: 'accepted' });
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'deferred', scope: 'route' });
    expect(office.messages(to)).toHaveLength(1);
  });
});
