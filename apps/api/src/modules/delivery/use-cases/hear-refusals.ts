import type { Tx } from '#platform/database';
import { type LaneNews, newsOf } from '../store/lane-news.ts';
import type { Changed } from '../store/record.ts';
import { hearWitnesses } from '../store/voices.ts';

type Refused = Pick<Changed, 'id' | 'lane' | 'kind' | 'reply' | 'refusal'> & { route: string | null };

/** The receipt of a message that ran out of time: its phone was off. */
const EXPIRED = 'expired';

/** Whether it says anything of its carrier that a message ended so. */
export const isRefused = ({ kind, reply }: Pick<Refused, 'kind' | 'reply'>): boolean =>
  kind === 'REFUSED' && reply !== EXPIRED;

/**
 * What refusals say of lanes, each address once: a carrier that refuses everybody is known by the many whom it refuses. Where few
 * write, only what is not about the address itself counts as nobody's being taken: three who mistyped are no outage.
 */
export async function newsOfRefusals(tx: Tx, changed: Refused[]): Promise<LaneNews[]> {
  const witnesses = changed.filter(isRefused).flatMap(({ id, lane, route, refusal }) => {
    const heard = { id, lane, route: route ?? '', kind: 'REFUSED' } as const;
    return refusal === 'ADDRESS' ? [heard] : [heard, { ...heard, kind: 'UNTAKEN' } as const];
  });
  if (witnesses.length === 0) return [];
  return (await hearWitnesses(tx, witnesses)).map(({ lane, route, kind, voices }) =>
    newsOf(lane, route, kind === 'UNTAKEN' ? { firstFailed: voices } : { turnedAway: voices }),
  );
}
