import { announce } from '#platform/announcer';
import { sql, type Tx } from '#platform/database';

/**
 * Mail domains that were written to and whose exchangers were not looked up within the last day, new ones first. A lane has a
 * pace as soon as it was first read.
 */
export async function domainsDue(tx: Tx, limit: number, except: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ domain: string }[]>`
    WITH used AS (SELECT substr(lane, 6) AS domain FROM lane_pace WHERE lane LIKE 'mail:%.%' AND lane NOT LIKE 'mail:mx:%')
    SELECT domain FROM used FULL JOIN mail_domain USING (domain)
    WHERE (looked_up_at IS NULL OR looked_up_at < app_now() - interval '1 day') AND domain <> ALL (${except})
    ORDER BY looked_up_at NULLS FIRST, domain LIMIT ${limit}`;
  return rows.map(({ domain }) => domain);
}

const UNLEASED = sql`state = 'QUEUED' AND (leased_until IS NULL OR leased_until < clock_timestamp())`;

/** Writes down the lane of a domain and moves what waits for that domain there; what a worker has in hand stays. */
export async function putDomain(tx: Tx, domain: string, lane: string): Promise<void> {
  const own = `mail:${domain}`;
  const [known] = await tx.$queryRaw<{ lane: string }[]>`
    SELECT lane FROM mail_domain WHERE domain = ${domain} FOR UPDATE`;
  await tx.$executeRaw`
    INSERT INTO mail_domain (domain, lane) VALUES (${domain}, ${lane})
    ON CONFLICT (domain) DO UPDATE SET lane = excluded.lane, looked_up_at = app_now()`;
  const was = known?.lane ?? own;
  if (was === lane) return;
  const moved = await tx.$executeRaw`
    UPDATE message SET lane = ${lane}
    WHERE ${UNLEASED} AND (lane = ${own} OR (lane = ${was} AND masked_address LIKE ${`%@${escaped(domain)}`}))`;
  if (moved > 0) announce(tx, 'message_ready', lane);
}

/** Moves what came back into the lane of a domain itself after the domain had got another: it was in a worker's hand then. */
export async function moveStragglers(tx: Tx, waiting: string[]): Promise<void> {
  const domains = waiting.filter((lane) => lane.startsWith('mail:')).map((lane) => lane.slice(5));
  if (domains.length === 0) return;
  const moved = await tx.$queryRaw<{ lane: string }[]>`
    UPDATE message m SET lane = d.lane FROM mail_domain d
    WHERE d.domain = ANY (${domains}) AND m.lane = 'mail:' || d.domain AND d.lane <> m.lane AND ${UNLEASED}
    RETURNING m.lane`;
  for (const lane of new Set(moved.map((row) => row.lane))) announce(tx, 'message_ready', lane);
}

/** For LIKE: what the domain spells and nothing else. */
const escaped = (domain: string): string => domain.replace(/[\\%_]/g, '\\$&');
