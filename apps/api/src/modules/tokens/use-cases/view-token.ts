import type { Channel } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { judgeResend, type ResendFacts, type ResendVerdict } from '../rules/judge-resend.ts';
import { stateOf } from '../rules/state-of.ts';
import type { Token, TokenView } from '../types.ts';
import type { Needs } from './needs.ts';
import { smsToNumber } from './sms-to-number.ts';

const OTHER = { SMS: 'EMAIL', EMAIL: 'SMS' } as const;

/** A token as its viewer sees it at `now`: state judged, messages, and when asking again is worth it. */
export async function viewToken(needs: Needs, tx: Tx, token: Token, now: Date): Promise<TokenView> {
  const messages = await needs.delivery.messages(tx, token.id, now);
  const facts = await resendFacts(needs, tx, token, token.channel, messages);
  const verdict = judgeResend(facts, await needs.policy.limits(), now);
  return {
    ...token,
    state: stateOf(token, now),
    attemptsLeft: Math.max(0, token.attemptsMax - token.attemptsUsed),
    resendAt: 'until' in verdict ? verdict.until : null,
    messages,
  };
}

/** What `judgeResend` needs to know about one more message of `token` on `channel`. */
export async function resendFacts(
  needs: Needs,
  tx: Tx,
  token: Token,
  channel: Channel,
  messages: TokenView['messages'],
): Promise<ResendFacts> {
  const { delivery, ports } = needs;
  const last = messages.findLast((message) => message.channel === channel);
  const addresses = confirmsItsAddress(token) ? {} : await ports.addressesOf(tx, token.subject);
  const destination = last ?? addresses[channel];
  const other = OTHER[channel];
  return {
    channel,
    laneLive: destination ? (await delivery.lane(destination.lane)).live : false,
    otherChannel: addresses[other] ? other : null,
    messages,
    sends: token.sends,
    endsAt: token.endsAt,
    smsToNumber: destination ? await smsToNumber(delivery, tx, destination) : [],
  };
}

/** A code that confirms a channel never leaves the address it confirms. */
export const confirmsItsAddress = ({ purpose }: Pick<Token, 'purpose'>): boolean =>
  purpose === 'CONFIRM_CHANNEL' || purpose === 'CHANGE_CHANNEL' || purpose === 'REGISTER';

export type { ResendVerdict };
