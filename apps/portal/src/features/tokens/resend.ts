import type { Channel, Token } from './token.ts';

/** What asking on a channel costs, as far as is known before asking; digits of whole rupiah. */
export type Price = { channel: Channel; via: string; price: string };

/** A way to ask again. `price` is null where none is known, '0' where it is free. */
export type ResendWay = { channel: Channel; isOther: boolean; price: string | null };

/**
 * The ways to send the code again: by the channels it already went, the newest first, and by those that the
 * caller offers besides (a return's other confirmed channel). A code that confirms an address never goes elsewhere.
 */
export function resendWays(
  { messages, purpose }: Pick<Token, 'messages' | 'purpose'>,
  prices: readonly Price[],
  offers: readonly Price[] = [],
): ResendWay[] {
  const newestFirst = [...messages].sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
  const used = newestFirst.filter(
    ({ channel }, at) => newestFirst.findIndex((m) => m.channel === channel) === at,
  );
  const others =
    purpose === 'CONFIRM_CHANNEL'
      ? []
      : offers.filter(({ channel }) => used.every((m) => m.channel !== channel));
  const known = [...offers, ...prices];
  return [
    ...used.map(({ channel, via }) => ({
      channel,
      isOther: false,
      price: known.find((p) => p.channel === channel && p.via === via)?.price ?? null,
    })),
    ...others.map(({ channel, price }) => ({ channel, isOther: true, price })),
  ];
}

/** When asking again is worth it, or null when it is now; instants in milliseconds since 1970. */
export function resendOpensAt(resendAt: string | null, now: number): number | null {
  const at = resendAt === null ? 0 : Date.parse(resendAt);
  return at > now ? at : null;
}
