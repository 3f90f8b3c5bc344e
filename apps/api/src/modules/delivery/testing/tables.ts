import type { House } from '#testing/house';

/** Whether all that carriers answered in a lane is in its figures, and nothing is in hand there or could be taken now. */
const SETTLED = `
  WITH told AS (
    SELECT count(*) AS messages FROM message_event e JOIN message m ON m.id = e.message_id
    WHERE lane = $1 AND e.kind IN ('SENT_ON', 'DEFERRED', 'UNKNOWN', 'REFUSED')),
  counted AS (
    SELECT coalesce(sum(accepted + deferred + unknown + probed + slow_downs + stops + refused), 0) AS messages
    FROM lane_minute WHERE lane = $1),
  pace AS (
    SELECT least(greatest(rate, 1), allowance + rate * extract(epoch FROM app_now() - filled_at)) AS allowance
    FROM lane_pace WHERE lane = $1)
  SELECT told.messages = counted.messages AND NOT EXISTS (
    SELECT 1 FROM message WHERE lane = $1 AND state = 'QUEUED' AND (
      leased_until IS NOT NULL OR (not_before <= app_now() AND coalesce((SELECT allowance FROM pace), 1) >= 1))) AS settled
  FROM told, counted`;

/** What tests look for in the tables of delivery. */
export function tablesOf(house: () => House) {
  const query = (sql: string, values: unknown[] = []) => house().database.query(sql, values);
  async function rowOf(contentRef: string) {
    const [row] = await query(
      `SELECT id, state, attempts, reply, delivered_at, leased_by, leased_until, leased_until > clock_timestamp() AS leased,
         extract(epoch FROM not_before - app_now()) AS wait
       FROM message WHERE content_ref = $1`,
      [contentRef],
    );
    return row;
  }

  return {
    rowOf,
    paceOf: async (lane: string) =>
      (await query('SELECT *, held_until > app_now() AS held FROM lane_pace WHERE lane = $1', [lane]))[0],
    inState: (contentRef: string, state: string) =>
      house().until(async () => {
        const row = await rowOf(contentRef);
        return row?.state === state && row;
      }),
    stationsOf: async (contentRef: string) =>
      (await house().delivery.timeline(house().db.read, contentRef)).map(({ kind }) => kind),
    /** The lease of a message runs out. */
    lapse: (contentRef: string) =>
      query(
        `UPDATE message SET leased_until = clock_timestamp() - interval '1 second' WHERE content_ref = $1`,
        [contentRef],
      ),
    /** Waits until a lane is at rest, and all that its carrier answered is counted (but what concerns one message alone). */
    settled: (lane: string) =>
      house().until(async () => (await query(SETTLED, [lane]))[0]?.settled as boolean | undefined),
    /** `app_now()` stands still, but for `advance`: nothing comes due by itself. */
    stopClock: () =>
      query(
        `INSERT INTO app_clock (virtual_base, real_base, rate) VALUES (app_now(), clock_timestamp(), 0)
         ON CONFLICT (id) DO UPDATE SET virtual_base = excluded.virtual_base, real_base = excluded.real_base, rate = 0`,
      ),
    runClock: () => query('UPDATE app_clock SET real_base = clock_timestamp(), rate = 1 WHERE rate = 0'),
    /** Nothing is left in the queue. */
    drop: () => query(`UPDATE message SET state = 'DROPPED' WHERE state = 'QUEUED'`),
  };
}
