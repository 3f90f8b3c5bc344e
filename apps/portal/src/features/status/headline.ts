import type { ServiceStatusQuery } from '../../generated/status.ts';
import { standingOf } from './standing.ts';

type Status = ServiceStatusQuery['serviceStatus'];
type Facts = {
  incidents: readonly Pick<Status['incidents'][number], 'until' | 'closedAlthough'>[];
  maintenance: readonly Pick<Status['maintenance'][number], 'phase' | 'to'>[];
  arrival: readonly Pick<Status['arrival'][number], 'live' | 'health' | 'via'>[];
};

/** What stands above everything else; incidents that are not over speak for themselves. */
export type Headline =
  | { say: 'incidents' }
  | { say: 'maintenance'; to: string }
  | { say: 'looking'; at: string[] }
  | { say: 'well' };

/**
 * The one sentence that sums up the page, which must not say "all well" above a table that says otherwise: an incident opens
 * only after a lane has stood red for a while, and maintenance is none.
 */
export function headlineOf({ incidents, maintenance, arrival }: Facts): Headline {
  if (incidents.some((incident) => standingOf(incident) !== 'over')) return { say: 'incidents' };
  const running = maintenance.find(({ phase }) => phase === 'RUNNING');
  if (running) return { say: 'maintenance', to: running.to };
  const at = arrival.filter(({ live, health }) => live && isDisturbed(health)).map(({ via }) => via);
  return at.length > 0 ? { say: 'looking', at: [...new Set(at)] } : { say: 'well' };
}

const isDisturbed = (health: Facts['arrival'][number]['health']): boolean =>
  health === 'AMBER' || health === 'RED' || health === 'CLOSED';
