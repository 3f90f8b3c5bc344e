import type { PostOfficeClock } from '@sampai/testkit';
import type pg from 'pg';
import type { Scenario } from '../scenarios/scenario.ts';

/** app_now() runs at most so fast. */
const FASTEST = 24;
/**
 * People who ask per second of real time, on average: what two cores carry beside worker and database without a queue of
 * the harness's own making. The policy of the day stands in memory and carries more.
 */
const ASKS_PER_SECOND = { ours: 35, 'of-the-day': 60 };
const AFTER_THE_LAST = 20;
const AROUND_OPENING = { before: 30, after: 130 };

type Pace = {
  people: number;
  incident: boolean;
  policy: keyof typeof ASKS_PER_SECOND;
  /** While people ask; by their number where it is not given. */
  rate: number | null;
};

/** From which virtual second on time runs how fast. */
export type Tempo = { from: number; rate: number }[];

/**
 * Slowly while people ask and around the lane's opening, since every real millisecond of ours is `rate` of theirs; as fast
 * as the clock goes while nothing but waiting happens.
 */
export function tempoOf({ asking, trouble, end }: Scenario, { people, incident, policy, rate }: Pace): Tempo {
  const slow = Math.min(FASTEST, rate ?? Math.max(1, (ASKS_PER_SECOND[policy] * asking.until) / people));
  const tempo = [
    { from: 0, rate: slow },
    { from: asking.until + AFTER_THE_LAST, rate: FASTEST },
  ];
  if (incident && trouble.kind === 'taken-for-spam' && trouble.opensAt + AROUND_OPENING.after < end)
    tempo.push(
      { from: trouble.opensAt - AROUND_OPENING.before, rate: slow },
      { from: trouble.opensAt + AROUND_OPENING.after, rate: FASTEST },
    );
  return tempo;
}

/** Real seconds that a run to `end` takes. */
export const realSeconds = (tempo: Tempo, end: number): number =>
  tempo.reduce((sum, { from, rate }, i) => sum + ((tempo[i + 1]?.from ?? end) - from) / rate, 0);

/**
 * Sets the product's clock and the post office's to the same moment and lets them run alike. Begins at the real time: what
 * is dated in the database stays in force. Returns how to change the rate.
 */
export async function tieClocks(clock: PostOfficeClock, database: pg.Pool, tempo: Tempo): Promise<void> {
  const setRate = async (rate: number) => {
    const at = clock.now();
    const real = new Date();
    clock.set({ at, rate });
    await database.query(
      `INSERT INTO app_clock (virtual_base, real_base, rate) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET virtual_base = excluded.virtual_base, real_base = excluded.real_base, rate = excluded.rate`,
      [at, real, rate],
    );
  };
  const [first, ...others] = tempo;
  await setRate(first?.rate ?? 1);
  for (const { from, rate } of others) clock.after(from, () => void setRate(rate));
}
