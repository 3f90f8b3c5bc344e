import { makeChance } from '@sampai/testkit';
import type { Spread } from '../scenarios/scenario.ts';

/** Chance of one person's own, the same for the same seed, however many others there are. */
export type Draw = ReturnType<typeof makeDraw>;

const FINE = 2 ** 30;

export function makeDraw(seed: number, person: number) {
  const chance = makeChance(Math.imul(seed ^ Math.imul(person + 1, 0x9e3779b1), 0x85ebca6b));
  chance.below(FINE); // neighbours' first draws are alike
  const fraction = () => chance.below(FINE) / FINE;
  return {
    fraction,
    weighted: chance.weighted,
    happens: (share: number) => fraction() < share,
    /** By Box and Muller. */
    spread({ median, sigma }: Spread): number {
      const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
      return median * Math.exp(sigma * normal);
    },
  };
}
