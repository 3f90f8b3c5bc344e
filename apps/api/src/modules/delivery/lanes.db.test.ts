import type { SendOutcome } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '#platform/database';
import type { FakeCarrier } from '#testing/fake-carrier';
import { judgeLanesFrom } from '#testing/house';
import { claimMessages } from './store/queue.ts';
import { A_LEASE, openPost, type Post } from './testing/post.ts';

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

const paceOf = async (of: string) =>
  (
    await post.house.database.query(
      'SELECT *, held_until > app_now() AS held FROM lane_pace WHERE lane = $1',
      [of],
    )
  )[0];
const draw = (worker: string, rate = 10, room = 20) =>
  claimMessages(post.house.db.read, lane, { ...A_LEASE, room, worker, places: 100, rate });

describe('the pace of a lane', () => {
  it('is one budget for all workers together, drawn from at once', async () => {
    for (let n = 0; n < 30; n += 1) await post.queue(`m${n}`);
    const began = performance.now();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => draw(`w-${n}`)));
    const savedUpMeanwhile = Math.ceil(((performance.now() - began) / 1000) * 10);
    expect(claims.flat().length).toBeGreaterThanOrEqual(10);
    expect(claims.flat().length).toBeLessThanOrEqual(10 + savedUpMeanwhile);
  });

  it('is saved up for a second at most, and what was claimed stays claimed when a worker dies', async () => {
    for (let n = 0; n < 40; n += 1) await post.queue(`m${n}`);
    const began = performance.now();
    expect(await draw('w-dies')).toHaveLength(10);
    const more = (await draw('w-next')).length;
    expect(more).toBeLessThanOrEqual(((performance.now() - began) / 1000) * 10);
    await post.house.advance(3600);
    expect(await draw('w-next')).toHaveLength(10);
  });

  it('leaves no more in hand of all workers together than the provider lets connections', async () => {
    for (let n = 0; n < 9; n += 1) await post.queue(`m${n}`);
    const places = 5;
    const claim = (worker: string) =>
      claimMessages(post.house.db.read, lane, { ...A_LEASE, room: 4, worker, places, rate: 100 });
    expect(await claim('w-1')).toHaveLength(4);
    expect(await claim('w-2')).toHaveLength(1);
    expect(await claim('w-3')).toHaveLength(0);
  });

  it('is not used up by what nobody needs any more', async () => {
    const dead: string[] = [];
    for (let n = 0; n < 5; n += 1) dead.push(await post.queue(`dead${n}`));
    for (const ref of dead) post.kill(ref);
    await post.work();
    for (const ref of dead) await post.inState(ref, 'DROPPED');
    await post.house.until(async () => Number((await paceOf(lane))?.allowance) >= 249);
  });
});

/** The first refusals answer what was in hand; the next one holds the lane. */
async function held(): Promise<void> {
  await post.house.until(async () => Number((await paceOf(lane))?.stops) === 1);
  await post.house.advance(11);
  await post.house.until(async () => (await paceOf(lane))?.held);
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
    const decisions = await post.house.database.query(
      'SELECT kind, becomes, reason FROM lane_decision WHERE lane = $1 ORDER BY id',
      [lane],
    );
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
      if (!(await paceOf(lane))?.held) break;
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

it('the full queue of one number slows nobody else, however often it is tried', async () => {
  const full: SendOutcome = {
    ...{ kind: 'deferred', scope: 'recipient', signal: 'slow-down', reply: 'ESME_RMSGQFUL (0x14)' },
  };
  carrier.answer = ({ text }) => (text.startsWith('full') ? full : undefined);
  await post.work();
  const ref = await post.queue('full');
  for (let tries = 1; tries <= 4; tries += 1) {
    await post.house.until(async () => Number((await post.rowOf(ref))?.attempts) === tries);
    await post.house.until(async () => (await post.rowOf(ref))?.leased_until === null);
    await post.house.advance(2 ** tries);
  }
  await post.inState(await post.queue('other'), 'SENT_ON');
  expect(await paceOf(lane)).toMatchObject({ rate: 250, cut_at: null });
  const [minute] = await post.house.database.query(
    'SELECT sum(slow_downs)::int AS throttled, sum(failing)::int AS failing FROM lane_minute WHERE lane = $1',
    [lane],
  );
  expect(minute).toEqual({ throttled: 0, failing: 0 });
});

describe('codes before receipts before notices', () => {
  it('newest first within each, whatever the order in which they were queued', async () => {
    const refs: string[] = [];
    for (const kind of ['NOTICE', 'CODE', 'RECEIPT', 'NOTICE', 'RECEIPT', 'CODE'] as const)
      refs.push(await post.queue(`${kind}${refs.length}`, { kind }));
    const claimed: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) claimed.push((await draw('w', 100, 1))[0]?.contentRef);
    expect(claimed).toEqual([5, 1, 4, 2, 3, 0].map((n) => refs[n]));
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

describe('what waits', () => {
  it('past its end is dropped before its turn comes, and uses up no pace (R57)', async () => {
    const over = await post.queue('over', { expiresIn: -1_000 });
    const alive = await post.queue('alive', { lane: 'sms:nobody' });
    await post.house.database.query(
      `INSERT INTO lane_pace (lane, rate, allowance, threshold, held_until) VALUES ($1, 0.0001, 0, 1, app_now() + interval '1 hour')`,
      [lane],
    );
    await post.work();
    await post.inState(over, 'DROPPED');
    expect(await post.stationsOf(over)).toEqual(['QUEUED', 'DROPPED']);
    expect(carrier.sent).toEqual([]);
    expect(await post.rowOf(alive)).toMatchObject({ state: 'QUEUED' });
  });

  it('and can be done without goes behind the codes that somebody needs, unless it is in hand', async () => {
    const refs: string[] = [];
    for (let n = 0; n < 4; n += 1) refs.push(await post.queue(`code${n}`));
    const [inHand] = await draw('w-1', 10, 1);
    expect(inHand?.contentRef).toBe(refs[3]);
    await post.house.db.inTransaction(async (tx) =>
      post.house.delivery.letWait(tx, sql`SELECT unnest(${[refs[3] ?? '', refs[2] ?? '']}::text[])`),
    );
    const rest = await draw('w-2');
    expect(rest.map(({ contentRef }) => contentRef)).toEqual([refs[1], refs[0], refs[2]]);
    const rows = await post.house.database.query('SELECT priority FROM message WHERE content_ref = $1', [
      refs[3],
    ]);
    expect(rows).toEqual([{ priority: 0 }]);
  });
});

describe('a lane that opens', () => {
  it('is given what empties it within a minute of its own time', async () => {
    await post.house.database.query(
      `INSERT INTO lane_pace (lane, rate, allowance, threshold, good, cut_at) VALUES ($1, 1, 0, 1, 3, app_now() - interval '10 minutes')`,
      [lane],
    );
    for (let n = 0; n < 240; n += 1) await post.queue(`m${n}`);
    await post.work();
    await post.house.until(async () => Number((await paceOf(lane))?.rate) > 3);
    expect(Number((await paceOf(lane))?.rate)).toBeLessThanOrEqual(4.5);
  });
});
