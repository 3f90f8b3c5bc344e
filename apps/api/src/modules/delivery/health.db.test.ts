import type { SendOutcome } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeCarrier } from '#testing/fake-carrier';
import { judgeLanesFrom } from '#testing/house';
import { openPost, type Post } from './testing/post.ts';

const refusal: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421 4.7.28 unusual rate' },
};

let post: Post;
let lane: string;
let carrier: FakeCarrier;
beforeAll(async () => {
  post = await openPost();
});
afterAll(() => post.close());
beforeEach(() => {
  ({ lane, carrier } = post.begin());
});
afterEach(() => post.end());

/** The first refusals answer what was in hand; the next one holds the lane. */
async function held(): Promise<void> {
  await post.house.until(async () => Number((await post.paceOf(lane))?.stops) === 1);
  await post.house.advance(11);
  await post.house.until(async () => (await post.paceOf(lane))?.held);
}

describe('a provider that refuses us as a whole', () => {
  it('holds its lane at the second refusal, closes it, and tells who waits there at once', async () => {
    carrier.answer = () => refusal;
    await post.work();
    const refs = [await post.queue('one'), await post.queue('two'), await post.queue('three')];
    await post.house.until(() => post.healthOf(lane).includes('RED'));
    await held();
    await post.house.until(() => post.healthOf(lane).includes('CLOSED'));
    for (const ref of refs) await post.house.until(() => post.stuckOf(ref).length > 0);
    for (const ref of refs) expect(['provider-refusal', 'no-progress']).toContain(post.stuckOf(ref)[0]);
    const decisions = await post.house.until(async () => {
      const found = await post.house.database.query(
        'SELECT kind, becomes, reason FROM lane_decision WHERE lane = $1 ORDER BY id',
        [lane],
      );
      return found.some(({ becomes }) => becomes === 'CLOSED') && found;
    });
    expect(decisions).toContainEqual({ kind: 'HEALTH', becomes: 'CLOSED', reason: 'provider-refusal' });
    expect(decisions).toContainEqual({ kind: 'PACE', becomes: '0.17/s', reason: 'provider-refusal' });
  });

  it('delays no other lane (R42)', async () => {
    carrier.answer = () => refusal;
    const other = post.openLane();
    await post.work();
    for (let n = 0; n < 10; n += 1) await post.queue(`held${n}`);
    await held();
    const ref = await post.queue('free', { lane: other.lane });
    await post.inState(ref, 'SENT_ON');
    expect(post.healthOf(other.lane)).not.toContain('CLOSED');
  });

  it('gets its probes from the trickle, and its lane opens when three are accepted', async () => {
    let refusing = true;
    carrier.answer = () => (refusing ? refusal : undefined);
    await post.work();
    const refs: string[] = [];
    for (let n = 0; n < 12; n += 1) refs.push(await post.queue(`m${n}`));
    await held();
    await post.house.until(() => post.healthOf(lane).includes('CLOSED'));
    refusing = false;
    const tried = carrier.sent.length;
    for (let probe = 0; probe < 6; probe += 1) {
      const before = carrier.sent.length;
      await post.house.advance(7); // one message by the trickle
      await post.house.until(() => carrier.sent.length > before);
      if (!(await post.paceOf(lane))?.held) break;
    }
    await post.house.until(() => post.healthOf(lane).at(-1) === 'AMBER'); // half open
    expect(carrier.sent.length - tried).toBeLessThan(12);
    for (const ref of refs)
      await post.house.until(async () => {
        await post.house.advance(2);
        return (await post.rowOf(ref))?.state === 'SENT_ON';
      });
  });
});

/** The lane was judged after now. */
const judgedAnew = async () => {
  const [asked] = await post.house.database.query('SELECT app_now() AS at');
  await post.house.until(async () => {
    const [judged] = await post.house.database.query(
      `SELECT judged_at > $2::timestamptz + interval '0.5 seconds' AS anew FROM lane_health WHERE lane = $1`,
      [lane, asked?.at],
    );
    return judged?.anew;
  });
};

describe('a carrier that takes nothing', () => {
  const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: 'ESME_RSYSERR (0x08)' };
  beforeEach(async () => {
    await judgeLanesFrom(post.house.database, 5);
    post.house.policies.forget();
    carrier.answer = () => broken;
    await post.work();
  });
  afterEach(async () => {
    await judgeLanesFrom(post.house.database, Number.MAX_SAFE_INTEGER);
    post.house.policies.forget();
  });
  const close = async () => {
    for (let n = 0; n < 6; n += 1) await post.queue(`m${n}`);
    await post.house.until(() => post.healthOf(lane).includes('CLOSED'));
  };

  it('closes its lane by five messages that fail, and not by five tries of one, nor is it called well', async () => {
    const ref = await post.queue('alone');
    for (let tries = 1; tries <= 6; tries += 1) {
      await post.house.until(async () => Number((await post.rowOf(ref))?.attempts) === tries);
      await post.house.until(async () => (await post.rowOf(ref))?.leased_until === null);
      await post.house.advance(2 ** tries);
    }
    await judgedAnew();
    expect(post.healthOf(lane)).toEqual([]);
    const said = vi.spyOn(post.house.log, 'warn');
    await close();
    expect(post.healthOf(lane)).toEqual(['CLOSED']);
    await post.house.until(() => said.mock.calls.some(([, what]) => what === 'a lane changed its health'));
    said.mockRestore();
  });

  it('does not by what one person asks for again and again', async () => {
    for (let n = 0; n < 6; n += 1) {
      const ref = await post.queue(`again${n}`, { to: 'siapa' });
      await post.house.until(async () => (await post.rowOf(ref))?.reply);
    }
    await judgedAnew();
    expect(post.healthOf(lane)).toEqual([]);
  });

  it('keeps it closed however long nobody uses it, until three messages in a row are accepted', async () => {
    await close();
    await post.house.database.query(`UPDATE message SET state = 'DROPPED' WHERE lane = $1`, [lane]);
    await post.house.advance(3 * 3_600);
    await judgedAnew();
    expect(post.healthOf(lane)).toEqual(['CLOSED']);

    carrier.answer = () => undefined;
    await post.inState(await post.queue('first'), 'SENT_ON');
    await post.inState(await post.queue('second'), 'SENT_ON');
    carrier.answer = () => broken;
    const fails = await post.queue('fails');
    await post.house.until(async () => (await post.rowOf(fails))?.reply);
    carrier.answer = () => undefined;
    await post.inState(await post.queue('third'), 'SENT_ON');
    await judgedAnew();
    expect(post.healthOf(lane)).toEqual(['CLOSED']);
    await post.inState(await post.queue('fourth'), 'SENT_ON');
    await post.inState(await post.queue('fifth'), 'SENT_ON');
    await post.house.until(() => post.healthOf(lane).includes('AMBER'));
    expect(post.healthOf(lane)).toEqual(['CLOSED', 'AMBER']);
  });
});

describe('a carrier that took nothing and takes messages again', () => {
  it('is not called slow for what waited while nobody took it', async () => {
    await judgeLanesFrom(post.house.database, 5);
    post.house.policies.forget();
    try {
      carrier.answer = () => ({ kind: 'deferred', scope: 'route', reply: 'ESME_RSYSERR (0x08)' });
      await post.work();
      const refs: string[] = [];
      for (let n = 0; n < 6; n += 1) refs.push(await post.queue(`m${n}`));
      await post.house.until(() => post.healthOf(lane).includes('CLOSED'));
      await post.house.advance(46);
      for (const ref of refs) await post.house.until(() => post.stuckOf(ref).length > 0);
      carrier.answer = () => undefined;
      await post.house.advance(10);
      for (const ref of refs) await post.inState(ref, 'SENT_ON');
      await post.house.until(() => post.healthOf(lane).includes('AMBER'));
      await judgedAnew();
      expect(post.healthOf(lane)).toEqual(['CLOSED', 'AMBER']);
    } finally {
      await judgeLanesFrom(post.house.database, Number.MAX_SAFE_INTEGER);
      post.house.policies.forget();
    }
  });
});

describe('a carrier that takes nothing, where few write', () => {
  const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: 'ESME_RSYSERR (0x08)' };
  beforeEach(async () => {
    await judgeLanesFrom(post.house.database, 5, 3);
    post.house.policies.forget();
    carrier.answer = ({ text }) => (text.startsWith('taken') ? undefined : broken);
    await post.work();
  });
  afterEach(async () => {
    await judgeLanesFrom(post.house.database, Number.MAX_SAFE_INTEGER);
    post.house.policies.forget();
  });
  const failing = async (ref: string, to = ref) => {
    const queued = await post.queue(ref, { kind: 'RECEIPT', to });
    await post.house.until(async () => (await post.rowOf(queued))?.reply);
  };

  it('closes its lane by three messages that failed over minutes, and opens it by three that are taken', async () => {
    for (const ref of ['one', 'two']) {
      await failing(ref);
      await post.house.advance(130);
      await judgedAnew();
    }
    expect(post.healthOf(lane)).toEqual([]);
    await failing('three');
    await post.house.until(() => post.healthOf(lane).includes('CLOSED'));
    carrier.answer = () => undefined;
    for (const ref of ['taken1', 'taken2', 'taken3']) await post.inState(await post.queue(ref), 'SENT_ON');
    await post.house.until(() => post.healthOf(lane).includes('AMBER'));
    expect(post.healthOf(lane)).toEqual(['CLOSED', 'AMBER']);
  });

  it('does not by three messages of one person', async () => {
    for (const ref of ['one', 'two', 'three']) {
      await failing(ref, 'siapa');
      await post.house.advance(130);
      await judgedAnew();
    }
    expect(post.healthOf(lane)).toEqual([]);
  });

  it('does not by three tries of one message, nor by three of which one was taken since', async () => {
    await failing('one');
    await post.house.advance(130);
    await failing('two');
    await post.house.advance(130);
    await post.inState(await post.queue('taken', { kind: 'RECEIPT' }), 'SENT_ON');
    await judgedAnew();
    await post.house.advance(130);
    await failing('three');
    await judgedAnew(); // it is counted before time jumps: what is counted after is counted twice
    await post.house.advance(130);
    await failing('four');
    await judgedAnew();
    await post.house.advance(200);
    await judgedAnew();
    expect(post.healthOf(lane)).not.toContain('CLOSED');
  });
});

describe('a message without progress', () => {
  it('is found stuck once, when its patience has run out, and its lane is called late', async () => {
    await judgeLanesFrom(post.house.database, 1);
    post.house.policies.forget();
    carrier.answer = post.hang;
    await post.work();
    const ref = await post.queue('waits');
    await post.house.until(() => carrier.sent.length === 1);
    expect(post.stuckOf(ref)).toEqual([]);
    await post.house.advance(46); // 1.5 times the usual 30 s of mail
    await post.house.until(() => post.stuckOf(ref).length === 1);
    await post.house.until(() => post.healthOf(lane).includes('RED'));
    expect(post.stuckOf(ref)).toEqual(['no-progress']);
  });

  it('counts once for its lane with what else went to its address, however often its person asks again', async () => {
    await judgeLanesFrom(post.house.database, 2);
    post.house.policies.forget();
    carrier.answer = post.hang;
    await post.work();
    for (const name of ['first', 'second', 'third']) {
      const ref = await post.queue(name, { to: 'siapa' });
      await post.house.advance(46);
      await post.house.until(() => post.stuckOf(ref).length === 1);
    }
    await judgedAnew();
    expect(post.healthOf(lane)).toEqual([]);
    await post.queue('another', { to: 'lain' });
    await post.house.advance(46);
    await post.house.until(() => post.healthOf(lane).includes('RED'));
  });

  it('is not waited for any longer once a relay without receipts has it', async () => {
    const routes = await post.work();
    const ref = await post.queue('taken');
    await post.inState(ref, 'SENT_ON');
    await post.house.database.query('UPDATE message SET patience_until = NULL WHERE content_ref = $1', [ref]);
    await post.house.advance(600);
    await routes.stop();
    expect(post.stuckOf(ref)).toEqual([]);
  });
});

describe('figures of lanes', () => {
  const metric = (name: string) => post.house.metrics.registry.getSingleMetricAsString(name);

  it('time a hand-over from when it was queued to its answer, by app_now()', async () => {
    const ref = await post.queue('waited');
    await post.house.advance(100);
    await post.work();
    await post.inState(ref, 'SENT_ON');
    const route = `route="${carrier.route}",outcome="accepted"`;
    await post.house.until(async () =>
      (await metric('sampai_handover_seconds')).includes(`sampai_handover_seconds_count{${route}} 1`),
    );
    const [, sum] = (await metric('sampai_handover_seconds')).match(`_sum{${route}} ([\\d.]+)`) ?? [];
    expect(Number(sum)).toBeGreaterThanOrEqual(100);
    expect(Number(sum)).toBeLessThan(110);
  });

  it('are their health, their pace, what waits there and how old it is, as of now', async () => {
    await post.house.database.query(
      `INSERT INTO lane_health (lane, state, reason) VALUES ($1, 'CLOSED', 'no-acceptance')`,
      [lane],
    );
    await post.queue('old');
    await post.house.advance(100);
    await post.queue('new');
    await post.house.delivery.measure();
    expect(await metric('sampai_lane_health')).toContain(`{lane="${lane}"} 4`);
    expect(await metric('sampai_messages_waiting')).toContain(`{lane="${lane}"} 2`);
    const [, age] = (await metric('sampai_oldest_waiting_seconds')).match(`{lane="${lane}"} ([\\d.]+)`) ?? [];
    expect(Math.floor(Number(age) / 10)).toBe(10);
    await post.house.database.query(`UPDATE message SET state = 'DROPPED' WHERE lane = $1`, [lane]);
    await post.house.delivery.measure();
    expect(await metric('sampai_messages_waiting')).toContain(`{lane="${lane}"} 0`);
  });
});
