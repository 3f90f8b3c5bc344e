import { type Sql, sql, type Tx } from '#platform/database';

/**
 * What is counted by who bears witness. STOP: the whole provider refuses us; REFUSED: this message was refused; UNTAKEN: it was, and not
 * for its address' sake.
 */
type Kind = 'STOP' | 'REFUSED' | 'UNTAKEN';
export type Witness = { id: string; lane: string; route: string; kind: Kind };

/** How long the same voice says nothing new: as long as what is counted is looked at. */
const KNOWN = sql`CASE o.kind WHEN 'UNTAKEN' THEN interval '1 hour' ELSE interval '2 minutes' END`;
/** Longer than any of them. */
const FORGOTTEN = sql`interval '2 hours'`;

/**
 * Whose word it is: that of the address; and where its domain is only a customer of the lane's provider, that of the domain, whose
 * administrator may refuse by rules and in words of their own.
 */
const VOICE: Sql = sql`coalesce(d.domain, encode(m.address_index, 'hex'))`;
const DOMAIN: Sql = sql`mail_domain d ON m.channel = 'EMAIL' AND d.domain = split_part(m.masked_address, '@', 2) AND d.lane = w.lane
  AND d.lane NOT IN ('mail:' || d.domain, 'mail:mx:' || d.domain)`;

/** Hears witnesses; gives of those that are news how many, by lane, route and kind. */
export const hearWitnesses = (
  tx: Tx,
  witnesses: Witness[],
): Promise<(Omit<Witness, 'id'> & { voices: number })[]> =>
  tx.$queryRaw`
    WITH heard AS (
      INSERT INTO lane_voice AS o (lane, kind, voice, route)
      SELECT DISTINCT ON (w.lane, w.kind, ${VOICE}) w.lane, w.kind, ${VOICE}, w.route
      FROM jsonb_to_recordset(${JSON.stringify(witnesses)}::jsonb) AS w(id uuid, lane text, route text, kind text)
        JOIN message m ON m.id = w.id LEFT JOIN ${DOMAIN}
      ORDER BY w.lane, w.kind, ${VOICE}
      ON CONFLICT (lane, kind, voice) DO UPDATE SET at = app_now(), route = excluded.route WHERE o.at <= app_now() - ${KNOWN}
      RETURNING lane, kind, route)
    SELECT lane, kind, route, count(*)::int AS voices FROM heard GROUP BY lane, kind, route`;

/** How many different voices said of a lane within so many seconds that its whole provider refuses us. */
export async function voicesOfStops(tx: Tx, lane: string, withinSeconds: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ voices: number }[]>`
    SELECT count(*)::int AS voices FROM lane_voice
    WHERE lane = ${lane} AND kind = 'STOP' AND at > app_now() - make_interval(secs => ${withinSeconds}::float8)`;
  return row?.voices ?? 0;
}

export const forgetVoices = (tx: Tx): Promise<number> =>
  tx.$executeRaw`DELETE FROM lane_voice WHERE at < app_now() - ${FORGOTTEN}`;
