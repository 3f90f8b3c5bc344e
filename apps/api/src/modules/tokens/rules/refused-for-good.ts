import type { MessageView } from '#modules/delivery';

export type Answered = Pick<MessageView, 'channel' | 'state' | 'sentOnAt' | 'refusal'>;

/**
 * Whether one more message to the address would be refused as well: it was refused for its address' sake. Not so where a carrier
 * had taken an SMS and gave it up: the phone may have been off.
 */
export const isRefusedForGood = ({ channel, state, sentOnAt, refusal }: Answered): boolean =>
  state === 'REFUSED' && refusal === 'ADDRESS' && (channel === 'EMAIL' || sentOnAt === null);

/** Whether nothing was sent by this channel that was not refused, the last of it for good. */
export function isInVain(messages: Answered[], channel: Answered['channel']): boolean {
  const sent = messages.filter((message) => message.channel === channel);
  const last = sent.at(-1);
  return last !== undefined && isRefusedForGood(last) && sent.every(({ state }) => state === 'REFUSED');
}
