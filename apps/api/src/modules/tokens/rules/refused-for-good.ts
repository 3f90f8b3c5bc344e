import type { MessageView } from '#modules/delivery';

export type Answered = Pick<MessageView, 'channel' | 'state' | 'queuedAt' | 'sentOnAt' | 'refusal'>;

/** What an address refused is believed for so long; then it may be tried again: a code can live for a day, and mailboxes come back. */
const BELIEVED_MS = 10 * 60_000;

/**
 * Whether one more message to the address would be refused as well: it was refused for its address' sake, and lately. Not so where
 * a carrier had taken an SMS and gave it up, since the phone may have been off; nor where a mailbox is full, which its owner can
 * empty.
 */
export const isRefusedForGood = (
  { channel, state, queuedAt, sentOnAt, refusal }: Answered,
  now: Date,
): boolean =>
  state === 'REFUSED' &&
  refusal === 'ADDRESS' &&
  (channel === 'EMAIL' || sentOnAt === null) &&
  now.getTime() - queuedAt.getTime() < BELIEVED_MS;

/** Whether nothing was sent by this channel that was not refused, the last of it for good. */
export function isInVain(messages: Answered[], channel: Answered['channel'], now: Date): boolean {
  const sent = messages.filter((message) => message.channel === channel);
  const last = sent.at(-1);
  return last !== undefined && isRefusedForGood(last, now) && sent.every(({ state }) => state === 'REFUSED');
}
