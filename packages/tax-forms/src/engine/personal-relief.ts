import type { Rupiah } from './rupiah.ts';

/** TK: not married. K: married. KI: married, and the wife's income is taxed together with the husband's. */
export type MaritalStatus = 'TK' | 'K' | 'KI';

/** A status as forms and withholding slips write it, with the number of dependants. */
export type ReliefStatus = `${'TK' | 'K' | 'K/I'}/${0 | 1 | 2 | 3}`;

/** Every status there is, in the order of the form. */
export const RELIEF_STATUSES: readonly ReliefStatus[] = [
  'TK/0',
  'TK/1',
  'TK/2',
  'TK/3',
  'K/0',
  'K/1',
  'K/2',
  'K/3',
  'K/I/0',
  'K/I/1',
  'K/I/2',
  'K/I/3',
];

const MOST_DEPENDANTS = 3;

/** For oneself, and for a marriage and each dependant; in force from the tax year on. Newest first. */
const AMOUNTS: readonly { from: number; self: Rupiah; each: Rupiah; law: string }[] = [
  { from: 2016, self: 54_000_000n, each: 4_500_000n, law: 'PMK-101/PMK.010/2016' },
  { from: 2015, self: 36_000_000n, each: 3_000_000n, law: 'PMK-122/PMK.010/2015' },
  { from: 2013, self: 24_300_000n, each: 2_025_000n, law: 'PMK-162/PMK.011/2012' },
  { from: 2009, self: 15_840_000n, each: 1_320_000n, law: 'UU 36/2008 art. 7' },
];

/** Whether a text is one of the twelve statuses. */
export function isReliefStatus(text: string): text is ReliefStatus {
  return (RELIEF_STATUSES as readonly string[]).includes(text);
}

/** Takes a status as written apart: `K/I/2` is KI with 2 dependants. */
export function partsOfStatus(status: ReliefStatus): { marital: MaritalStatus; dependants: number } {
  const dependants = Number(status.slice(-1));
  const written = status.slice(0, -2);
  return { marital: written === 'K/I' ? 'KI' : written === 'K' ? 'K' : 'TK', dependants };
}

/**
 * Income that stays untaxed (PTKP), judged by the family as it stood on 1 January of the tax year.
 * @param dependants whole number from 0 to 3 (UU PPh art. 7(1)d: three at most)
 * @param taxYear 2009 or later
 * @throws RangeError if either is outside its range
 */
export function personalRelief(marital: MaritalStatus, dependants: number, taxYear: number): Rupiah {
  const amounts = AMOUNTS.find(({ from }) => taxYear >= from);
  if (!amounts) throw new RangeError(`no personal relief is known for the tax year ${taxYear}`);
  if (!Number.isInteger(dependants) || dependants < 0 || dependants > MOST_DEPENDANTS) {
    throw new RangeError(`personal relief counts 0 to ${MOST_DEPENDANTS} dependants, not ${dependants}`);
  }
  const selves = marital === 'KI' ? 2n : 1n;
  const marriage = marital === 'TK' ? 0n : 1n;
  return selves * amounts.self + (marriage + BigInt(dependants)) * amounts.each;
}
