import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUDI, freePorts, openOffice, type Ports, routeTo, SENDER } from '../testing/lab.ts';
import { judgeBurst, judgeThroughput } from './throughput.ts';
import { openTrial } from './trial.ts';

let ports: Ports;
let office: PostOffice;
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
});
afterEach(() => office.close());

type Wish = { rate?: number | undefined; most?: number; steadySeconds?: number; settleSeconds?: number };

/** What is found out by the agreed rate, and by a burst of twenty. */
async function look({ rate = 30, ...more }: Wish = {}, agreed = true) {
  const trial = await openTrial(routeTo(ports, 'SMS', agreed ? { agreedRate: rate } : {}), SENDER, {
    ...{ to: BUDI.SMS, now: () => new Date(), count: 10, steadySeconds: 1, settleSeconds: 0, ...more },
  });
  const [steady, burst] = [await judgeThroughput(trial), await judgeBurst(trial)];
  await trial.close();
  const told = ({ verdict, why }: typeof steady) => `${verdict}: ${why}`;
  return {
    said: told(steady),
    required: steady.required,
    figures: steady.figures,
    burst,
    burstSaid: told(burst),
  };
}
const order = (fault: Parameters<PostOffice['faults']['add']>[0]['fault']) => office.faults.add({ fault });

test('a carrier that takes less than was agreed fails, with what it takes', async () => {
  const { said, required, figures } = await look({ rate: 10_000 });
  expect(said).toMatch(
    /^fail: 1000 of 1000 taken, [\d.]+ a second for [\d.]+ s, agreed 10000; 95 of 100 within \d+ ms$/,
  );
  expect(required).toBe(true);
  expect(figures).toMatchObject({ offered_per_s: 10_000, messages: 1000 });
});

test('one that takes a burst and not the agreed rate for long fails: a burst is no throughput', async () => {
  order({ kind: 'limit', perSecond: 25, reply: 'ESME_RTHROTTLED' });
  const { said, burstSaid } = await look({ rate: 40, settleSeconds: 1 });
  expect(said).toMatch(/^fail: 25 of \d+ taken, .*; "deferred: ESME_RTHROTTLED \(0x58\)"$/);
  expect(burstSaid).toMatch(/^pass: 20 of 20 taken that were sent at once, [\d.]+ a second$/);
});

test('one that does not take a burst does not fail by it', async () => {
  order({ kind: 'limit', perSecond: 12, reply: 'ESME_RTHROTTLED' });
  const { said, burst } = await look({ rate: 10, settleSeconds: 1 });
  expect(said).toMatch(/^pass: 10 of 10 taken/);
  expect(burst).toMatchObject({ verdict: 'fail', required: false, figures: { messages: 20 } });
});

test('one that keeps the agreed rate up passes, with the times that its answers took meanwhile', async () => {
  const { said, figures = {} } = await look();
  expect(said).toMatch(
    /^pass: 30 of 30 taken, (29|30)(\.\d)? a second for 1(\.\d)? s, agreed 30; 95 of 100 within/,
  );
  expect(Object.keys(figures)).toEqual([
    ...['offered_per_s', 'sustained_per_s', 'seconds', 'messages', 'p50_ms', 'p95_ms', 'p99_ms'],
  ]);
});

test('it has not shown that where the run may not send as many messages, or no rate was agreed', async () => {
  const { said } = await look({ most: 20 });
  expect(said).toMatch(/^not observable: 20 of 20 taken, .*; 1 s need 30 messages \(--most, or --seconds\)$/);
  expect(await look({}, false)).toMatchObject({
    said: expect.stringMatching(/^not observable: no rate was agreed \(agreedRate, or --rate\)/),
    burstSaid: expect.stringMatching(/^pass: 20 of 20/),
    required: false,
  });
});
