import type { Channel, HeldByUs, MessageState } from '#modules/delivery';
import type { Trouble } from '../types.ts';

export type AdviceFacts = {
  /** `laneRefuses`: its lane is red or closed. `heldByUs`: it waits for us, and no carrier has seen it. */
  messages: {
    channel: Channel;
    state: MessageState;
    laneRefuses: boolean;
    heldByUs: HeldByUs;
    via: string;
  }[];
  /** Nobody of ours sends anything: every other way stands still as well. */
  standsStill: boolean;
  /** The other channel, where one could serve: its lane, and whether it must be confirmed first. */
  other: { channel: Channel; inOrder: boolean } | null;
};

/**
 * What would serve better, told while everything on its way is in trouble: the lane refuses us, the message is late, or the
 * address refused it. Null where something gets on, or nothing else would help.
 */
export function judgeAdvice({
  messages,
  other,
  standsStill,
}: AdviceFacts): { via: string; trouble: Trouble } | null {
  const last = messages.at(-1);
  if (standsStill || !last || !other?.inOrder || messages.some(({ channel }) => channel === other.channel))
    return null;
  const troubles = messages.map(troubleOf);
  const trouble = troubles.at(-1);
  return trouble && troubles.every((one) => one !== null) ? { via: last.via, trouble } : null;
}

function troubleOf({ state, laneRefuses, heldByUs }: AdviceFacts['messages'][number]): Trouble | null {
  if (state === 'REFUSED') return 'refused';
  if (heldByUs === 'not-sent') return 'ours';
  if (state === 'LATE') return laneRefuses ? 'refusing' : 'slow';
  return state === 'QUEUED' && laneRefuses ? 'refusing' : null;
}
