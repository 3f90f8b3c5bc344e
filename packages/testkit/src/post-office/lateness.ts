import { makeChance } from '../people/chance.ts';

/** Seconds, log-normal by its median and the spread of its logarithm, held between `least` and `most`. */
type Spread = {
  least: number;
  median: number;
  most: number;
  sigma: number;
  unreceipted: number;
  seed: number;
};

/** Draws how late a message is. */
export type Lateness = { draw(spread: Spread, to: string): { seconds: number; unreceipted: boolean } };

const FINE = 2 ** 30;

/** The nth message to an address has the same fate for the same seed, in whatever order messages come in. */
export function makeLateness(): Lateness {
  const counts = new Map<string, number>();
  return {
    draw({ least, median, most, sigma, unreceipted, seed }, to) {
      const count = (counts.get(to) ?? 0) + 1;
      counts.set(to, count);
      const chance = makeChance(hash(`${seed} ${to} ${count}`));
      const fraction = () => chance.below(FINE) / FINE;
      const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
      const seconds = Math.min(most, Math.max(least, median * Math.exp(sigma * normal)));
      return { seconds, unreceipted: fraction() < unreceipted };
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
