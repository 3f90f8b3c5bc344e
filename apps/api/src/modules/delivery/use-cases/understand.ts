import type { Routes } from '../routes.ts';
import { isNews, type makeThrottles } from '../rules/throttles.ts';
import { whomItStops } from '../rules/whom-it-stops.ts';
import type { Attempted } from './hand-over.ts';

type Needs = { routes: Pick<Routes, 'left' | 'rest'>; throttles: ReturnType<typeof makeThrottles> };

/** What fails by one way, while there is another one that does not, is tried there at once. */
const AT_ONCE_SECONDS = 1;

/**
 * What an answer says of the lane, once it is seen beside the others: a provider that stops the IP or netblock of one relay, while
 * another one is in order, does not refuse us as a whole, and that relay rests there; nor does somebody's full queue ask us to be
 * slower with everybody.
 */
export function understand({ routes, throttles }: Needs, answered: Attempted): Attempted {
  const { id, lane, kind, route, signal, ofOne, limit } = answered;
  const slowDown = signal === 'slow-down' ? (ofOne ? 'one' : 'everybody') : null;
  const news = slowDown === 'everybody' && isNews(answered.throttledAgo);
  const meant = throttles.meantForLane({ id, lane, accepted: kind === 'SENT_ON', slowDown, news });
  const attempted = { ...answered, throttled: news };
  if (slowDown && !meant) return { ...attempted, signal: null, wide: false };
  const isStop = signal === 'stop' && route !== null;
  if (isStop && whomItStops(limit, routes.left(lane, [route])) === 'route') {
    routes.rest(route, lane);
    return { ...attempted, signal: null, wide: false, stuck: false, seconds: AT_ONCE_SECONDS };
  }
  return attempted.probe && signal === null ? { ...attempted, seconds: AT_ONCE_SECONDS } : attempted;
}
