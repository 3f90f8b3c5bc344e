import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUDI, freePorts, openOffice, type Ports, routeTo, SENDER } from '../testing/lab.ts';
import { judgeThrottle } from './press.ts';
import { openTrial } from './trial.ts';

let ports: Ports;
let office: PostOffice;
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
});
afterEach(() => office.close());

type Wish = {
  channel?: 'SMS' | 'EMAIL';
  handset?: boolean;
  rate?: number;
  most?: number;
  patience?: number;
};

/** What is found out by pressing alone. */
async function press({ channel = 'SMS', handset = true, rate = 10, patience = 8, ...more }: Wish = {}) {
  const trial = await openTrial(routeTo(ports, channel, { agreedRate: rate }), SENDER, {
    ...{ to: BUDI[channel], now: () => new Date(), stepSeconds: 0.4, settleSeconds: 0, patience, ...more },
    readBack: handset ? async (to) => office.messages(to).map(({ text }) => text) : undefined,
  });
  const { verdict, why, required, figures } = await judgeThrottle(trial);
  await trial.close();
  return { said: `${verdict}: ${why}`, required, figures };
}
const order = (fault: Parameters<PostOffice['faults']['add']>[0]['fault']) => office.faults.add({ fault });
/** Does something once so many messages have arrived. */
const once = (count: number, then: (text: string) => void) =>
  office.inbox.onArrival(({ text }) => office.inbox.count() === count && then(text));

describe('a carrier that is pressed beyond the agreed rate', { timeout: 30_000 }, () => {
  test('passes where it throttles, and takes all of it slower, once', async () => {
    order({ kind: 'limit', perSecond: 12, reply: 'ESME_RTHROTTLED' });
    const { said, figures = {} } = await press();
    expect(said).toMatch(
      /^pass: at (15|20|30)\/s: \d+ answered "deferred: ESME_RTHROTTLED \(0x58\)"; fell to \d+(\.\d)?\/s, back at the agreed rate after \d+ ms; none lost, none twice$/,
    );
    expect(figures).toMatchObject({ agreed_per_s: 10, lost: 0, doubled: 0 });
    // Every message is one on the phone, however often it was refused.
    const texts = office.messages(BUDI.SMS).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(figures.messages).toBeGreaterThan(texts.length);
    expect(figures.fell_to_per_s).toBeLessThanOrEqual((figures.throttled_at_per_s ?? 0) / 2);
  });

  test('passes as a relay that defers what is too fast', async () => {
    order({ kind: 'limit', perSecond: 12, reply: '421 4.7.28 unusual rate' });
    const { said } = await press({ channel: 'EMAIL' });
    expect(said).toMatch(/^pass: at \d+\/s: \d+ answered "deferred: 421 4\.7\.28/);
  });

  test('has shown nothing where it takes three times as much: that is told with the rate, and is no pass', async () => {
    const { said, required } = await press();
    expect(said).toMatch(/^not observable: not observed up to \d+(\.\d)?\/s: all 30 taken$/);
    expect(required).toBe(false);
  });

  test('is pressed with no more messages than the run may send', async () => {
    const { figures } = await press({ most: 12 });
    expect(figures).toMatchObject({ offered_per_s: 15, messages: 10 });
    expect((await press({ most: 3 })).said).toContain('the agreed rate alone needs more than 3 messages');
  });

  test('fails where it throttles and does not come back', async () => {
    order({ kind: 'limit', perSecond: 12, closes: true });
    const { said, required } = await press({ patience: 1.5 });
    expect(said).toMatch(/^fail: .*; slower neither, \d+ left after 1.5 s$/);
    expect(required).toBe(true);
  });

  test('fails where it takes less than was agreed', async () => {
    order({ kind: 'limit', perSecond: 5 });
    expect((await press({ patience: 3 })).said).toMatch(
      /^fail: at (10|15)\/s: .*(not back at the agreed rate within|slower neither, \d+ left after) 3 s$/,
    );
  });

  test('fails where it drops without a word what is too fast', async () => {
    once(10, () => order({ kind: 'lose', times: 3 }));
    expect((await press({ patience: 0.5 })).said).toMatch(
      /^fail: .*all 30 taken, and 3 taken that never arrived$/,
    );
    expect((await press({ patience: 0.5, handset: false })).said).toMatch(/^not observable/);
  });

  test('fails by its receipts where nobody reads the phone', async () => {
    once(10, () => order({ kind: 'lose', times: 2 }));
    expect((await press({ patience: 0.5, handset: false })).said).toMatch(/^fail: .*and 2 taken that never/);
  });

  test('fails where it brings twice what it said that it had not taken', async () => {
    order({ kind: 'limit', perSecond: 12 });
    once(8, (text) => {
      const more = { to: BUDI.SMS, channel: 'SMS', from: 'Sampai', receivedAt: '', code: null } as const;
      office.inbox.put({ ...more, text });
    });
    expect((await press()).said).toMatch(/^fail: .*and 1 arrived twice$/);
  });

  test('has not shown that nothing comes twice where nobody reads the phone', async () => {
    order({ kind: 'limit', perSecond: 12 });
    expect((await press({ handset: false })).said).toMatch(
      /^not observable: .*nobody saw whether any came twice/,
    );
  });
});
