import type { Tx } from '#platform/database';
import type { Channel } from '../ports.ts';

export type StuckRow = {
  id: string;
  contentRef: string;
  channel: Channel;
  lane: string;
  route: string | null;
  state: string;
  avoid: string[];
  attempts: number;
  /** Nobody takes it, or its lane is known to be out of order: that it is late says nothing new, and nothing once that is over. */
  expected: boolean;
  /** Nor does it where another one to the same address was late within the 5 minutes that lateness is looked at for. */
  known: boolean;
};

/** Takes up to `limit` messages whose patience has run out without progress: each is found stuck once, by one worker. */
export const takeStuck = (tx: Tx, limit: number): Promise<StuckRow[]> =>
  tx.$queryRaw<StuckRow[]>`
    WITH due AS (
      SELECT id FROM message WHERE patience_until <= app_now() ORDER BY patience_until LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    found AS (
      UPDATE message m SET patience_until = NULL, stuck_at = app_now() FROM due WHERE m.id = due.id
      RETURNING m.id, m.content_ref AS "contentRef", m.channel, m.lane, m.address_index, m.route, m.state, m.avoid, m.attempts,
        (m.state = 'QUEUED' AND m.failing_since IS NOT NULL)
          OR EXISTS (SELECT 1 FROM lane_health h WHERE h.lane = m.lane AND (h.reason = 'provider-refusal' OR h.state = 'CLOSED')) AS expected,
        EXISTS (SELECT 1 FROM message o WHERE o.address_index = m.address_index AND o.id <> m.id
          AND o.queued_at > app_now() - interval '1 day' AND o.stuck_at > app_now() - interval '5 minutes') AS lately,
        pg_notify('content_changed', m.content_ref)::text AS told)
    SELECT id, "contentRef", channel, lane, route, state, avoid, attempts, expected,
      lately OR row_number() OVER (PARTITION BY address_index ORDER BY id) > 1 AS known FROM found`;
