import { type Channel, isOurs, type Token, takesNothing } from './token.ts';

/** What asking on a channel costs, as far as is known before asking; digits of whole rupiah. */
export type Price = { channel: Channel; via: string; price: string };

/** A way to ask again. `price` is null where none is known, '0' where it is free. */
export type ResendWay = { channel: Channel; isOther: boolean; price: string | null };

/**
 * The ways to send the code again: by the channels it already went, the newest first, and by those that the
 * caller offers besides (a return's other confirmed channel), unless it is us who hold things up: what would serve all the same
 * is advised. Not to an address that refuses them. A code that confirms an address never goes elsewhere. Where it was only tried as
 * well, it is sent again if the caller offers that, and not "as well".
 */
export function resendWays(
  { messages, purpose }: Pick<Token, 'messages' | 'purpose'>,
  prices: readonly Price[],
  offers: readonly Price[] = [],
): ResendWay[] {
  const newestFirst = messages
    .filter(({ cause }) => cause !== 'PROBE')
    .sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
  const newest = newestFirst.filter(
    ({ channel }, at) => newestFirst.findIndex((m) => m.channel === channel) === at,
  );
  const used = newest.filter(({ channel }) => !takesNothing(messages, channel));
  const others =
    purpose === 'CONFIRM_CHANNEL' || messages.some(isOurs)
      ? []
      : offers.filter(({ channel }) => newest.every((m) => m.channel !== channel));
  const known = [...offers, ...prices];
  return [
    ...used.map(({ channel, via }) => ({
      channel,
      isOther: false,
      price: known.find((p) => p.channel === channel && p.via === via)?.price ?? unlisted[channel],
    })),
    ...others.map(({ channel, price }) => ({
      ...{ channel, price },
      isOther: messages.every((message) => message.channel !== channel),
    })),
  ];
}

/** Of a lane without an entry: mail costs nothing anywhere, an SMS may. */
const unlisted: Record<Channel, string | null> = { EMAIL: '0', SMS: null };

/** The same ways, those that cost nothing before the others; one without a known price is not known to be free. */
export const freeFirst = (ways: readonly ResendWay[]): ResendWay[] =>
  ways.toSorted((a, b) => Number(a.price !== '0') - Number(b.price !== '0'));

/**
 * When asking again is worth it: now, at an instant (milliseconds since 1970), or never, because the code is over
 * before it would be.
 */
export function resendOpens(
  { resendAt, endsAt }: Pick<Token, 'resendAt' | 'endsAt'>,
  now: number,
): 'now' | 'never' | number {
  const at = resendAt === null ? now : Date.parse(resendAt);
  if (at <= now) return 'now';
  return at >= Date.parse(endsAt) ? 'never' : at;
}

/** A way with when it opens, as `resendOpens` says it. */
export type OpeningWay = ResendWay & { opens: ReturnType<typeof resendOpens> };

/**
 * When each way opens: its own time, as a press is judged, whatever holds for the others. Without those that would not help at any
 * time; where that is so of all, they stay to be pressed, for the answer says why.
 */
export function openingWays(
  { resendWays: judged, endsAt }: Pick<Token, 'resendWays' | 'endsAt'>,
  ways: readonly ResendWay[],
  now: number,
): OpeningWay[] {
  const helping = ways.flatMap((way): OpeningWay[] => {
    const one = judged.find(({ channel }) => channel === way.channel);
    return one ? [{ ...way, opens: resendOpens({ resendAt: one.at, endsAt }, now) }] : [];
  });
  return helping.length > 0 ? helping : ways.map((way) => ({ ...way, opens: 'now' }));
}
