import type pg from 'pg';
import type { Plan } from '../people/plan.ts';
import type { Letter, Service } from '../people/service.ts';
import type { KnownToken } from './known.ts';

type Row = { id: string; state: string; validUntil: Date | null; endsAt: Date };

const FACTS = `
  SELECT id, state, valid_until AS "validUntil", ends_at AS "endsAt" FROM verification_token WHERE id = ANY($1)`;

const factsOf = async (aside: pg.Pool, tokens: KnownToken[]): Promise<Row[]> =>
  (await aside.query<Row>({ name: 'replay-facts', text: FACTS, values: [tokens.map(({ id }) => id)] })).rows;

/** What the code in a message is worth at `at` (the answer takes a while, and time runs fast). A message names its token by the reference it shows. */
export async function judgeBy(
  aside: pg.Pool,
  tokens: KnownToken[],
  plan: Plan,
  { channel, text }: Letter,
  at: number,
): ReturnType<Service['judge']> {
  const mine = tokens.filter(
    (token) =>
      text.includes(`ref ${token.reference}`) &&
      (plan.purpose !== 'CONFIRM_CHANNEL' || token.channel === channel),
  );
  const rows = mine.length > 0 ? await factsOf(aside, mine) : [];
  const open = rows.find(({ state, endsAt }) => state === 'OPEN' && endsAt.getTime() > at);
  if (open) return open.validUntil === null || open.validUntil.getTime() > at ? 'usable' : 'not-now';
  return rows.some(({ state }) => state === 'VERIFIED') ? 'used' : 'dead';
}

/** The latest end of her open tokens that are not over at `at`; null where there is none. */
export async function livesUntilBy(aside: pg.Pool, tokens: KnownToken[], at: number): Promise<number | null> {
  const ends = (await factsOf(aside, tokens))
    .filter(({ state, endsAt }) => state === 'OPEN' && endsAt.getTime() > at)
    .map(({ endsAt }) => endsAt.getTime());
  return ends.length > 0 ? Math.max(...ends) : null;
}
