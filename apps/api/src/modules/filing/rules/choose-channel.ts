import type { Channel } from '#modules/delivery';

/** A way to a person, and what using it would mean. */
export type ChannelFacts = {
  channel: Channel;
  live: boolean;
  /** Live, and neither red nor closed. */
  inOrder: boolean;
  /** Rupiah that the person would pay. */
  price: bigint;
  /** The time within which 95 of 100 codes arrive there today. */
  p95Seconds: number;
};

/**
 * The channel for a code: the one the person wishes; without a wish one in order before one in trouble, a
 * free one before one that costs, then the quicker one. Undefined where the wish, or everything, leads nowhere.
 */
export function chooseChannel<F extends ChannelFacts>(
  ways: readonly F[],
  wish: Channel | null,
): F | undefined {
  if (wish !== null) return ways.find(({ channel }) => channel === wish);
  const free = (way: F) => (way.price === 0n ? 0 : 1);
  return ways
    .filter(({ live }) => live)
    .toSorted(
      (a, b) => Number(b.inOrder) - Number(a.inOrder) || free(a) - free(b) || a.p95Seconds - b.p95Seconds,
    )
    .at(0);
}
