import type { Routes } from '../routes.ts';
import type { makeThrottles } from '../rules/throttles.ts';
import type { Attempted } from './hand-over.ts';

type Needs = { routes: Pick<Routes, 'restFor'>; throttles: ReturnType<typeof makeThrottles> };

/** A provider that stops an IP is asked by way of another one; what is left is tried there at once. */
const AT_ONCE_SECONDS = 1;

/**
 * What an answer says of the lane, once it is seen beside the others: a provider that stops the IP or netblock of one relay, while
 * another one is left, does not refuse us as a whole, and that relay rests there; nor does somebody's full queue ask us to be
 * slower with everybody.
 */
export function understand(
  { routes, throttles }: Needs,
  attempted: Attempted,
  restSeconds: number,
): Attempted {
  const { id, lane, kind, route, signal, ofOne, limit } = attempted;
  const slowDown = signal === 'slow-down' ? (ofOne ? 'one' : 'everybody') : null;
  const meant = throttles.meantForLane({ id, lane, accepted: kind === 'SENT_ON', slowDown });
  if (slowDown && !meant) return { ...attempted, signal: null, wide: false };
  const ofRelay = signal === 'stop' && (limit === 'ip' || limit === 'netblock');
  if (ofRelay && route !== null && routes.restFor(route, lane, restSeconds))
    return { ...attempted, signal: null, wide: false, stuck: false, seconds: AT_ONCE_SECONDS };
  return attempted;
}
