import { downToThousands, larger, type Rupiah } from './rupiah.ts';

/** One layer of the tariff: income up to `upTo` (no bound: the rest) is taxed at `percent`. */
interface Layer {
  upTo?: Rupiah;
  percent: bigint;
}

/** Tariffs for individuals, in force from the tax year on. Newest first. */
const TARIFFS: readonly { from: number; law: string; layers: readonly Layer[] }[] = [
  {
    from: 2022,
    law: 'UU PPh art. 17(1)a as amended by UU 7/2021',
    layers: [
      { upTo: 60_000_000n, percent: 5n },
      { upTo: 250_000_000n, percent: 15n },
      { upTo: 500_000_000n, percent: 25n },
      { upTo: 5_000_000_000n, percent: 30n },
      { percent: 35n },
    ],
  },
  {
    from: 2009,
    law: 'UU PPh art. 17(1)a as amended by UU 36/2008',
    layers: [
      { upTo: 50_000_000n, percent: 5n },
      { upTo: 250_000_000n, percent: 15n },
      { upTo: 500_000_000n, percent: 25n },
      { percent: 30n },
    ],
  },
];

/**
 * Taxable income from income less reliefs: never below zero, rounded down to full thousands (UU PPh art. 17(4)).
 */
export function taxableIncome(incomeLessReliefs: Rupiah): Rupiah {
  return downToThousands(larger(incomeLessReliefs, 0n));
}

/**
 * An individual's income tax (UU PPh art. 17). The TAX YEAR chooses the tariff, not the day of filing: a return
 * for 2021 filed in 2022, or amended later, is taxed by the older one.
 * @param income taxable income; rounded here as the law says, so that no caller can forget it
 * @param taxYear 2009 or later
 * @throws RangeError for an earlier year
 */
export function incomeTax(income: Rupiah, taxYear: number): Rupiah {
  const tariff = TARIFFS.find(({ from }) => taxYear >= from);
  if (!tariff) throw new RangeError(`no tariff is known for the tax year ${taxYear}`);
  const taxed = taxableIncome(income);
  let below = 0n;
  let hundredfold = 0n;
  for (const { upTo, percent } of tariff.layers) {
    const top = upTo === undefined || taxed < upTo ? taxed : upTo;
    hundredfold += larger(top - below, 0n) * percent;
    below = upTo ?? below;
  }
  return hundredfold / 100n;
}
