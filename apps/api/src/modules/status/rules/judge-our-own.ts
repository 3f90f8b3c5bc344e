import type { OurSending } from '../ports.ts';
import type { Incident } from '../types.ts';

/** Our sending must run so long without a break before it is called over. */
const RUNS_SECONDS = 2 * 60;
/** What comes back within this time is the same incident. */
const SAME_MS = 30 * 60_000;

type Facts = {
  sending: OurSending;
  /** The newest incident of our own, open or over. */
  incident: Pick<Incident, 'until'> | undefined;
};
type Verdict =
  | { verdict: 'open' | 'reopen'; since: Date }
  | { verdict: 'close'; since: Date }
  | { verdict: 'nothing' };

/** Whether an incident of our own opens, goes on or ends. What was closed by hand meanwhile stays closed until we stand still anew. */
export function judgeOurOwn({ sending, incident }: Facts, now: Date): Verdict {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const { standsStillFor, sendingFor } = sending;
  if (standsStillFor !== null) {
    const since = ago(standsStillFor);
    if (!incident) return { verdict: 'open', since };
    const { until } = incident;
    if (!until || since <= until) return { verdict: 'nothing' };
    return { verdict: now.getTime() - until.getTime() > SAME_MS ? 'open' : 'reopen', since };
  }
  return incident && !incident.until && sendingFor !== null && sendingFor >= RUNS_SECONDS
    ? { verdict: 'close', since: ago(sendingFor) }
    : { verdict: 'nothing' };
}
