import type { Refusal, SendOutcome } from '@sampai/carriers';
import type { Metrics } from '#platform/metrics';
import type { Secrets } from '#platform/secrets';
import type { Content } from '../ports.ts';
import type { Route } from '../routes.ts';
import { secondsToNextAttempt } from '../rules/next-attempt.ts';
import type { Claimed } from '../store/queue.ts';
import type { Attempt } from '../store/record.ts';

export const ADDRESS_PLACE = 'message.address';

/** Who is refused as a whole waits for the lane's pace, not for a back-off of its own. */
const LANE_RETRY_SECONDS = 5;

type Needs = { secrets: Secrets; metrics: Metrics };
/** What came of an attempt, with what it says about lane and route. */
export type Attempted = Attempt & {
  lane: string;
  signal: 'slow-down' | 'stop' | null;
  /** Whether the signal may be about this recipient only; by what the provider knows us that it stops. */
  ofOne: boolean;
  /** Whether what failed says something of the route as a whole, and not of this lane only. */
  ofRoute: boolean;
  limit: Refusal['limit'] | null;
  /** How long ago it was news that this message is throttled, in seconds; null: never. */
  throttledAgo: number | null;
  /** It tried a route that is out of order, while another one is not: its failure says nothing of the lane. */
  probe: boolean;
};

/**
 * Hands one leased message to its route, once. What is dead, or past its end, is not handed to anybody (R57), nor what another
 * worker may have taken over by then (`mayGo`).
 */
export async function handOver(
  { secrets, metrics }: Needs,
  message: Claimed,
  route: Route | undefined,
  content: Content | 'dead',
  cost: number,
  mayGo: () => boolean,
): Promise<Attempted> {
  const attempt = {
    ...{
      id: message.id,
      attempt: message.attempts,
      lane: message.lane,
      route: route?.name ?? null,
      providerId: null,
      reply: null,
    },
    ...{ seconds: secondsToNextAttempt(message.attempts), receipts: route?.receipts ?? false, cost: 0 },
    ...{ stuck: false, wide: false, signal: null, ofOne: false, ofRoute: false, limit: null },
    ...{ throttled: false, refusal: null, throttledAgo: message.throttledAgo, probe: false },
  };
  if (content === 'dead') return { ...attempt, kind: 'DROPPED', route: null };
  if (!route) return { ...attempt, kind: 'DEFERRED', reply: 'no route', wide: true };

  const began = performance.now();
  const outcome = await route.carrier.send({
    id: message.id,
    to: secrets.open(ADDRESS_PLACE, message.address),
    lane: message.lane,
    ...content,
    attachments: content.attachments ?? [],
    expiresAt: message.expiresAt,
    now: message.now,
    mayGo,
  });
  metrics.carrierAnswer.observe(
    { route: route.name, outcome: outcome.kind },
    (performance.now() - began) / 1000,
  );
  return { ...attempt, ...judge(outcome, attempt.seconds, cost) };
}

function judge(outcome: SendOutcome, seconds: number, cost: number) {
  if (outcome.kind === 'accepted') {
    const { providerId, reply } = outcome;
    return { kind: 'SENT_ON', providerId, reply, cost } as const;
  }
  if (outcome.kind === 'unknown')
    return { kind: 'UNKNOWN', reply: outcome.reason, wide: true, ofRoute: true } as const;
  const { scope, reply } = outcome;
  const wide = scope === 'lane' || scope === 'route';
  const ofOne = scope === 'recipient';
  if (outcome.kind === 'refused' && !wide)
    return { kind: 'REFUSED', reply, refusal: ofOne ? 'ADDRESS' : 'MESSAGE' } as const;
  const signal = outcome.signal ?? null;
  return {
    kind: 'DEFERRED',
    reply,
    wide,
    signal,
    ofOne,
    ofRoute: scope === 'route',
    limit: outcome.limit ?? null,
    stuck: signal === 'stop',
    seconds: scope === 'lane' || (signal !== null && wide) ? LANE_RETRY_SECONDS : seconds,
  } as const;
}
