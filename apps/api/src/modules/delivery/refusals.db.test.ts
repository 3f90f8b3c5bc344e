import type { SendOutcome } from '@sampai/carriers';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePost } from './testing/post.ts';

const post = usePost();

const WHOLE: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421 4.7.0 unsolicited mail' },
};
const refused = (scope: 'message' | 'recipient'): SendOutcome => ({ kind: 'refused', scope, reply: 'no' });

describe('that the whole provider refuses us', () => {
  const asked = async (ref: string, to: string) => {
    const queued = await post.queue(ref, { to });
    await post.house.until(async () => (await post.rowOf(queued))?.reply);
    return queued;
  };
  const stops = async () => (await post.paceOf(post.lane))?.stops;

  it("is not believed of one person's server, however often it says so, and that person is helped", async () => {
    post.carrier.answer = () => WHOLE;
    await post.stopClock();
    await post.work();
    const ref = await asked('alone', 'siapa');
    for (let tries = 2; tries <= 4; tries += 1) {
      await post.house.until(async () => (await post.rowOf(ref))?.leased_until === null);
      await post.house.advance(11);
      await post.house.until(async () => Number((await post.rowOf(ref))?.attempts) === tries);
    }
    await asked('again', 'siapa');
    await post.allJudged();
    expect(post.stuckOf(ref)).toEqual(['provider-refusal']);
    expect(await stops()).toBe(0);
    expect(post.healthOf(post.lane)).toEqual([]);
  });

  it('is not believed of one customer of the provider, however many people they have, and is of two', async () => {
    await post.house.database.query(`INSERT INTO mail_domain (domain, lane) VALUES ('example.com', $1)`, [
      post.lane,
    ]);
    try {
      post.carrier.answer = () => WHOLE;
      await post.work();
      for (const name of ['one', 'two', 'three']) await asked(name, name);
      await post.allJudged();
      expect(await stops()).toBe(0);
      await post.house.database.query(`DELETE FROM mail_domain WHERE domain = 'example.com'`);
      await asked('four', 'four');
      await post.house.until(() => post.healthOf(post.lane).includes('RED'));
    } finally {
      await post.house.database.query(`DELETE FROM mail_domain WHERE domain = 'example.com'`);
    }
  });
});

describe('a carrier that refuses everybody', () => {
  beforeEach(() => post.judgeFrom(5));
  const ask = async (names: string[], to?: string) => {
    for (const name of names)
      await post.inState(await post.queue(name, to === undefined ? {} : { to }), 'REFUSED');
  };
  const FIVE = ['a', 'b', 'c', 'd', 'e'];
  const decision = async () =>
    (
      await post.house.database.query(
        `SELECT becomes, reason FROM lane_decision WHERE lane = $1 AND kind = 'HEALTH' ORDER BY id DESC LIMIT 1`,
        [post.lane],
      )
    )[0];

  it.each(['message', 'recipient'] as const)('closes its lane by five people (%s)', async (scope) => {
    post.carrier.answer = () => refused(scope);
    await post.work();
    await ask(FIVE.slice(1));
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual([]);
    await ask(['a']);
    await post.house.until(() => post.healthOf(post.lane).includes('CLOSED'));
    expect(await post.house.until(decision)).toEqual({ becomes: 'CLOSED', reason: 'refusals' });
  });

  it('does not by five messages to one person', async () => {
    post.carrier.answer = () => refused('message');
    await post.work();
    await ask(FIVE, 'siapa');
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual([]);
  });

  it('closes it by receipts as well: what was accepted and came back was not accepted', async () => {
    await post.work();
    for (const [n, name] of FIVE.entries()) {
      const ref = await post.queue(name);
      await post.inState(ref, 'SENT_ON');
      await post.carrier.receive({ providerIds: [`${post.carrier.route}-${n + 1}`], state: 'rejected' });
    }
    await post.house.until(() => post.healthOf(post.lane).includes('CLOSED'));
  });

  it('does not by five phones that were off', async () => {
    await post.work();
    for (const [n, name] of FIVE.entries()) {
      const ref = await post.queue(name);
      await post.inState(ref, 'SENT_ON');
      await post.carrier.receive({ providerIds: [`${post.carrier.route}-${n + 1}`], state: 'expired' });
    }
    await post.allJudged();
    expect(post.healthOf(post.lane)).not.toContain('CLOSED');
  });

  it.each([
    ['message', ['CLOSED']],
    ['recipient', []],
  ] as const)('where few write, by three that are no wrong address (%s)', async (scope, health) => {
    await post.judgeFrom(5, 3);
    post.carrier.answer = () => refused(scope);
    await post.work();
    for (const name of ['one', 'two', 'three']) {
      await ask([name]);
      await post.later(130);
    }
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual(health);
  });
});
