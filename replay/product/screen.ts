import { delaySentence, type TokenView } from '@sampai/api/modules/tokens/index';
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

/** Of a view: what `screenOf` reads. */
type Seen = Pick<TokenView, 'advice' | 'overruled' | 'resendAt'> & {
  messages: Parameters<typeof delaySentence>[0][];
};

/** What the waiting page shows of a token, as far as it matters to somebody who waits. */
export function screenOf(plan: Pick<Plan, 'wish' | 'purpose' | 'addresses'>, view: Seen | null): Screen {
  if (!view) return { told: false, advice: null, offers: [], againAt: null };
  const advice = adviceOf(view);
  const other = OTHER[plan.wish];
  // A code that confirms an address never goes to another one.
  const mayMove = plan.purpose !== 'CONFIRM_CHANNEL' && plan.addresses[other] !== undefined;
  // What stands on the page in words: why a message does not get on, that it went another way, or what would serve better.
  const isExplained = view.messages.some((message) => delaySentence(message, 'id') !== null);
  return {
    told: advice !== null || view.overruled !== null || isExplained,
    advice,
    offers: mayMove ? [other] : [],
    againAt: view.resendAt?.getTime() ?? null,
  };
}
