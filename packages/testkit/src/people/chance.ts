/** Repeatable chance: the same seed gives the same row of draws (mulberry32). */
export type Chance = {
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  pick<const L extends readonly [unknown, ...unknown[]]>(from: L): L[number];
  /** One of the keys, by weight. */
  weighted<K extends string>(weights: Record<K, number>): K;
  digits(n: number): string;
};

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(draw() * n);
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    weighted(weights) {
      const entries = Object.entries<number>(weights);
      let left = draw() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const hit = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (hit ?? entries[0])?.[0] as keyof typeof weights;
    },
    digits: (n) => String(below(10 ** n)).padStart(n, '0'),
  };
}
