import type { TokenView } from '@sampai/api/modules/tokens/index';
import type { Plan } from '../people/plan.ts';
import type { Screen } from '../people/service.ts';
import type { Channel } from '../scenarios/scenario.ts';

export const OTHER = { SMS: 'EMAIL', EMAIL: 'SMS' } as const satisfies Record<Channel, Channel>;

/** The channel that an answer advises, in either of the forms it has: the channel itself, or with its reason. */
export function adviceOf(answer: object): Channel | null {
  const advice = 'advice' in answer ? answer.advice : null;
  const channel = advice && typeof advice === 'object' && 'channel' in advice ? advice.channel : advice;
  return channel === 'SMS' || channel === 'EMAIL' ? channel : null;
}

/** What the waiting page shows of a token, as far as it matters to somebody who waits. */
export function screenOf(plan: Plan, view: TokenView | null): Screen {
  if (!view) return { told: false, advice: null, offers: [], againAt: null };
  const advice = adviceOf(view);
  const other = OTHER[plan.wish];
  // A code that confirms an address never goes to another one.
  const mayMove = plan.purpose !== 'CONFIRM_CHANNEL' && plan.addresses[other] !== undefined;
  const moved = 'overruled' in view && view.overruled !== null;
  return {
    told: advice !== null || moved || view.messages.some(isTrouble),
    advice,
    offers: mayMove ? [other] : [],
    againAt: view.resendAt?.getTime() ?? null,
  };
}

/** What the page says of a message besides "on its way": late, refused, or that its lane does not take our mail. */
const isTrouble = (message: TokenView['messages'][number]): boolean =>
  message.state === 'LATE' ||
  message.state === 'REFUSED' ||
  ('health' in message && ['RED', 'CLOSED'].includes(String(message.health).toUpperCase())) ||
  ('reason' in message && message.reason !== null);
