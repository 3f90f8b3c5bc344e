import type { Incident, LaneSeen, Traffic } from '../types.ts';
import { wellAgain } from './well-again.ts';

/** Red must stand so long before it is called an incident; closed is one at once. */
const STANDS_MS = 60_000;
/** Where nothing was tried for so long, it is said that nobody knows. */
const QUIET_MS = 15 * 60_000;
/** So many people are hit by what everybody may read of, where its name may be of somebody's choice. */
export const MANY = 10;
/** What comes back within this time is the same incident. */
const SAME_MS = 30 * 60_000;

type Facts = {
  /** Every lane of one provider and channel. */
  lanes: readonly LaneSeen[];
  /** The newest incident about any of them, open or over. */
  incident: Pick<Incident, 'until' | 'provider' | 'lanes' | 'quietSince' | 'public'> | undefined;
  traffic: readonly Traffic[];
  /** Of a provider that we list, or MANY are hit. */
  concernsMany: boolean;
};

export type IncidentVerdict =
  | { verdict: 'open' | 'reopen' | 'join'; lanes: readonly LaneSeen[] }
  | { verdict: 'publish' }
  | { verdict: 'close'; wellSince: Date }
  | { verdict: 'say-quiet'; since: Date }
  | { verdict: 'nothing' };

/**
 * Whether an incident opens, goes on or ends by itself. Amber neither opens one nor keeps one open, but silence ends none: in
 * each of its lanes something must have arrived on time while it was well. One that was opened by hand takes lanes in, is
 * closed by hand, and does not come back by itself: nobody would close it. One whose name may be of somebody's choice becomes public
 * once it concerns many.
 */
export function judgeIncident({ lanes, incident, traffic, concernsMany }: Facts, now: Date): IncidentVerdict {
  const since = (at: Date) => now.getTime() - at.getTime();
  const disturbed = lanes.filter(
    (lane) =>
      (lane.health === 'CLOSED' || (lane.health === 'RED' && since(lane.since) >= STANDS_MS)) &&
      !isSettled(lane, incident),
  );
  const isPast = incident?.until && (incident.provider === null || since(incident.until) > SAME_MS);
  if (!incident || isPast)
    return disturbed.length > 0 ? { verdict: 'open', lanes: disturbed } : { verdict: 'nothing' };
  if (incident.until)
    return disturbed.length > 0 ? { verdict: 'reopen', lanes: disturbed } : { verdict: 'nothing' };
  const joining = disturbed.filter(({ lane }) => !incident.lanes.includes(lane));
  if (joining.length > 0) return { verdict: 'join', lanes: joining };
  if (incident.provider === null) return { verdict: 'nothing' };
  if (!incident.public && concernsMany && disturbed.length > 0) return { verdict: 'publish' };
  const own = lanes.filter(({ lane }) => incident.lanes.includes(lane));
  const wellSince = wellAgain(own, traffic, now);
  if (wellSince) return { verdict: 'close', wellSince };
  const seen = own.map(({ lane }) => traffic.find((of) => of.lane === lane));
  const tried = seen.flatMap((of) => of?.triedAt ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0];
  return tried && since(tried) >= QUIET_MS && (!incident.quietSince || tried > incident.quietSince)
    ? { verdict: 'say-quiet', since: tried }
    : { verdict: 'nothing' };
}

/** What was closed by hand while the lane was disturbed stays closed until the lane has news. */
function isSettled(lane: LaneSeen, incident: Facts['incident']): boolean {
  return !!incident?.until && incident.lanes.includes(lane.lane) && lane.since <= incident.until;
}
