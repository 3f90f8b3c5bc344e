import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { routeDigest } from '../index.ts';
import { BUDI, freePorts, openOffice, type Ports, routeTo, SENDER } from '../testing/lab.ts';
import { certify, type Report, readReport, renderReport } from './certify.ts';

let ports: Ports;
let office: PostOffice;
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
});
afterEach(() => office.close());

type Wish = {
  handset?: boolean;
  rate?: number;
  settleSeconds?: number;
  patience?: number;
  route?: object;
};
const run = (channel: 'SMS' | 'EMAIL', { handset = true, route = {}, patience = 0.4, ...more }: Wish = {}) =>
  certify(
    routeTo(ports, channel, {
      responseSeconds: 0.5,
      connectSeconds: 1,
      ...(channel === 'SMS' && { bindSeconds: 0.5 }),
      ...route,
    }),
    SENDER,
    {
      ...{
        to: BUDI[channel],
        now: () => new Date(),
        count: 10,
        stepSeconds: 0.5,
        steadySeconds: 1,
        patience,
        ...more,
      },
      readBack: handset ? async (to) => office.messages(to).map(({ text }) => text) : undefined,
    },
  );
const verdictOf = ({ criteria }: Report, id: string) => {
  const it = criteria.find((one) => one.id === id);
  return `${it?.verdict}: ${it?.why}`;
};
const failing = ({ criteria }: Report) =>
  criteria.filter(({ verdict, required }) => verdict === 'fail' && required).map(({ id }) => id);
const order = (fault: Parameters<PostOffice['faults']['add']>[0]['fault']) => office.faults.add({ fault });

describe('an SMSC', { timeout: 30_000 }, () => {
  test('that does as it should passes, with figures', async () => {
    const report = await run('SMS', { rate: 20, settleSeconds: 0 });
    expect(failing(report)).toEqual([]);
    // What it did not show is one plain word of the report, and of the command.
    expect(report).toMatchObject({ outcome: 'incomplete', missing: ['tls', 'throttle'] });
    expect(report.criteria.map(({ id }) => id)).toEqual([
      ...['tls', 'transceiver', 'transmitter and receiver', 'bind', 'ids', 'accepts', 'alphabet', 'unicode'],
      ...[
        'long',
        'validity',
        'window',
        'latency',
        'throughput',
        'burst',
        'throttle',
        'answers',
        'receipts',
        'silence',
        'disconnect',
      ],
    ]);
    const figures = Object.assign({}, ...report.criteria.map((one) => one.figures ?? {}));
    for (const name of ['p50_ms', 'p95_ms', 'p99_ms', 'sustained_per_s', 'burst_per_s', 'recovery_ms'])
      expect(figures[name], name).toBeGreaterThanOrEqual(0);
  });

  test('whose phone nobody reads does not pass: what was not seen is no pass', async () => {
    const report = await run('SMS', { handset: false });
    expect(verdictOf(report, 'alphabet')).toMatch(/^not observable: .*--handset/);
    expect(report.outcome).toBe('incomplete');
    expect(report.missing).toEqual(expect.arrayContaining(['alphabet', 'unicode', 'long']));
    expect(failing(report)).toEqual([]);
  });

  test('that reads another alphabet fails by the line with @ (and is told what came)', async () => {
    office.smsc.habits.defaultAlphabet = 'latin1';
    const report = await run('SMS');
    expect(failing(report)).toEqual(['alphabet']);
    expect(failing(await run('SMS', { route: { alphabet: 'default-latin1' } }))).toEqual([]);
  });

  test('that never answers a transceiver passes by a pair, and says so', async () => {
    office.smsc.habits.bind = 'silentTransceiver';
    const report = await run('SMS');
    expect(verdictOf(report, 'transceiver')).toBe('fail: never answered');
    expect(report.outcome).toBe('incomplete');
    const strict = await run('SMS', { route: { bind: 'transceiver' } });
    expect(failing(strict)).toEqual(['bind', 'accepts']);
  });

  test('that refuses us is asked nothing further', async () => {
    office.smsc.habits.password = 'another';
    const report = await run('SMS');
    expect(failing(report)).toEqual(['bind', 'accepts']);
    expect(verdictOf(report, 'bind')).toContain('ESME_RINVPASWD');
  });

  test('that delivers what is over fails by validity (R57, R67)', async () => {
    office.smsc.habits.validity = 'ignored';
    expect(failing(await run('SMS'))).toEqual(['validity']);
  });

  test.each([
    ['the same as given', 'same', 'repeats the id'],
    ['decimal where hexadecimal was given', 'decimal', 'hexadecimal when given, decimal in the receipt'],
  ] as const)('whose receipts name %s passes, and the format is told', async (_, receiptIds, why) => {
    Object.assign(office.smsc.habits, { receiptIds, receiptTlvs: false });
    expect(verdictOf(await run('SMS'), 'ids')).toContain(why);
  });

  test('that tells nothing of what became of a message fails by its receipts', async () => {
    order({ kind: 'noReceipt' });
    const report = await run('SMS', { patience: 0.2 });
    expect(failing(report)).toEqual(['receipts']);
  });

  test('that loses messages fails by receipts and texts', async () => {
    order({ kind: 'lose' });
    expect(failing(await run('SMS', { patience: 0.1 }))).toEqual(
      expect.arrayContaining(['receipts', 'alphabet', 'unicode', 'long']),
    );
  });

  test('is pressed beyond the rate that its configuration agrees on', async () => {
    order({ kind: 'limit', perSecond: 60, reply: 'ESME_RTHROTTLED' });
    const report = await run('SMS', { patience: 8, route: { agreedRate: 40 } });
    expect(verdictOf(report, 'throttle')).toMatch(/^pass: at \d+\/s/);
    expect(report).toMatchObject({ outcome: 'incomplete', missing: ['tls'] });
  });

  test('that falls silent under way fails by its answers', async () => {
    office.inbox.onArrival(() => office.inbox.count() === 10 && order({ kind: 'silent', times: 1 }));
    const report = await run('SMS');
    expect(failing(report)).toContain('answers');
    expect(verdictOf(report, 'answers')).toContain('no response to submit_sm in time');
  });

  test('that takes a silent or a cut line for a standing one fails by both', async () => {
    office.smsc.habits.staleBinds = true;
    const report = await run('SMS', { patience: 1 });
    expect(failing(report)).toEqual(['silence', 'disconnect']);
    expect(verdictOf(report, 'disconnect')).toContain('ESME_RALYBND');
  });

  test('slower than was promised fails by its throughput', async () => {
    expect(failing(await run('SMS', { handset: false, rate: 1_000_000, settleSeconds: 0 }))).toEqual([
      'throughput',
    ]);
  });
});

describe('a relay', { timeout: 30_000 }, () => {
  test('that does as it should passes; what it does not offer is told', async () => {
    const report = await run('EMAIL');
    expect(failing(report)).toEqual([]);
    expect(report.outcome).toBe('incomplete');
    expect(verdictOf(report, 'starttls')).toMatch(/^not observable: not offered/);
    expect(verdictOf(report, 'pipelining')).toBe('pass: offered');
  });

  test('that must encrypt and does not fails by it', async () => {
    expect(failing(await run('EMAIL', { route: { tls: 'required' } }))).toEqual(['starttls', 'accepts']);
  });

  test('that refuses, falls silent, or is not there fails by the right one', async () => {
    order({ kind: 'refuse', reply: '550 5.7.1 no' });
    expect(failing(await run('EMAIL'))).toEqual(['accepts']);
    office.faults.clear();
    office.inbox.onArrival(() => office.inbox.count() === 5 && order({ kind: 'silent', times: 1 }));
    expect(failing(await run('EMAIL'))).toEqual(['latency', 'answers']);
    await office.close();
    expect(failing(await run('EMAIL'))).toEqual(['greeting', 'accepts']);
    office = await openOffice(ports);
  });
});

test('a report is read back as it was written, and not after a letter of it was changed', async () => {
  const report = await run('EMAIL', { handset: false });
  const text = JSON.stringify(report, null, 2);
  expect(readReport(text)).toEqual(report);
  expect(readReport(text.replace('"verdict": "pass"', '"verdict": "fail"'))).toMatch(
    /does not fit its digest/,
  );
  expect(readReport('{')).toMatch(/no JSON/);
  expect(readReport('{"format": 1}')).toMatch(/not one of ours/);
  expect(renderReport(report)).toMatch(
    /# Carrier relay: is incomplete[\s\S]*\| ✓ pass \| greeting \(required\)/,
  );
});

test('the digest of a route follows whatever makes it the one that it is, and not its password', () => {
  const digest = (more: object = {}, sender = SENDER) => routeDigest(routeTo(ports, 'SMS', more), sender);
  const one = digest();
  const same = [
    { password: 'another' },
    { lanes: ['sms:tri'], agreedRate: 50 },
    { window: 20, alphabet: 'gsm' },
  ];
  for (const more of same) expect(digest(more), JSON.stringify(more)).toBe(one);
  const other = [
    ...[{ host: '127.0.0.2' }, { port: 1 }, { systemId: 'another' }, { tls: true }, { window: 21 }],
    ...[{ source: { ton: 1, npi: 1, address: '1500200' } }, { responseSeconds: 9 }],
  ];
  for (const more of other) expect(digest(more), JSON.stringify(more)).not.toBe(one);
  expect(digest({}, { ...SENDER, name: 'Another' })).not.toBe(one);
});
