import { describe, expect, it } from 'vitest';
import { usePost } from './testing/post.ts';

const post = usePost();

describe('figures of lanes', () => {
  const metric = (name: string) => post.house.metrics.registry.getSingleMetricAsString(name);

  it('time a hand-over from when it was queued to its answer, by app_now()', async () => {
    await post.stopClock();
    const ref = await post.queue('waited');
    await post.house.advance(100);
    await post.work();
    await post.inState(ref, 'SENT_ON');
    const route = `route="${post.carrier.route}",outcome="accepted"`;
    await post.house.until(async () =>
      (await metric('sampai_handover_seconds')).includes(`sampai_handover_seconds_count{${route}} 1`),
    );
    const [, sum] = (await metric('sampai_handover_seconds')).match(`_sum{${route}} ([\\d.]+)`) ?? [];
    expect(Number(sum)).toBe(100);
  });

  it('are their health, their pace, what waits there and how old it is, as of now', async () => {
    await post.stopClock();
    await post.house.database.query(
      `INSERT INTO lane_health (lane, state, reason) VALUES ($1, 'CLOSED', 'no-acceptance')`,
      [post.lane],
    );
    await post.queue('old');
    await post.house.advance(100);
    await post.queue('new');
    await post.house.delivery.measure();
    expect(await metric('sampai_lane_health')).toContain(`{lane="${post.lane}"} 4`);
    expect(await metric('sampai_messages_waiting')).toContain(`{lane="${post.lane}"} 2`);
    const ages = (await metric('sampai_oldest_waiting_seconds')).split('\n');
    expect(ages).toContain(`sampai_oldest_waiting_seconds{lane="${post.lane}"} 100`);
    await post.house.database.query(`UPDATE message SET state = 'DROPPED' WHERE lane = $1`, [post.lane]);
    await post.house.delivery.measure();
    expect(await metric('sampai_messages_waiting')).toContain(`{lane="${post.lane}"} 0`);
  });
});
