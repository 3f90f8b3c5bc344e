import type { TypePolicies } from '@apollo/client';
import type { TokenViewFragment } from '../generated/tokens.ts';

type Token = TokenViewFragment;
type Message = Token['messages'][number];

/**
 * News of a token come as answers, as events and by polling, and an answer that was long on its way may hold what was
 * true before the last event. What can only go one way does not go back: a code that was taken is not open again, a
 * message that arrived is not on its way. Nothing would put it right: the socket tells each change once.
 */
export const neverBack: TypePolicies = {
  VerificationToken: {
    fields: {
      state: { merge: (was: Token['state'] | undefined, is: Token['state']) => (isForGood(was) ? was : is) },
      attemptsLeft: {
        merge: (was: number | undefined, is: number) => (was === undefined ? is : Math.min(was, is)),
      },
      validUntil: {
        merge: (was: Token['validUntil'] | undefined, is: Token['validUntil']) => later(was, is),
      },
      messages: {
        merge: (was: readonly Message[] | undefined, is: readonly Message[]) =>
          was !== undefined && isOlder(is, was) ? was : is,
      },
    },
  },
};

/** Expired is not for good: asked again, the same code has a new window. */
function isForGood(state: Token['state'] | undefined): boolean {
  return state === 'VERIFIED' || state === 'LOCKED' || state === 'CANCELLED';
}

function later(was: string | null | undefined, is: string | null): string | null {
  if (was === undefined || was === null || is === null) return is ?? was ?? null;
  return Date.parse(is) < Date.parse(was) ? was : is;
}

/** Whether `these` messages were true before `those`: some are not there yet, or not as far. */
function isOlder(these: readonly Message[], those: readonly Message[]): boolean {
  return those.some((message, at) => {
    const same = these[at];
    return same === undefined || progress(same) < progress(message);
  });
}

function progress({ state, sentOnAt }: Message): number {
  if (state === 'DELIVERED' || state === 'REFUSED' || state === 'DROPPED') return 2;
  return sentOnAt === null ? 0 : 1;
}
