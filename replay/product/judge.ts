import type pg from 'pg';
import type { Plan } from '../people/plan.ts';
import type { Letter, Service } from '../people/service.ts';
import type { Channel } from '../scenarios/scenario.ts';

type Known = { id: string; channel: Channel; reference: string };
type Row = { id: string; state: string; over: boolean; inWindow: boolean; endsAt: Date };

const FACTS = `
  SELECT id, state, ends_at <= app_now() AS over, (valid_until IS NULL OR valid_until > app_now()) AS "inWindow", ends_at AS "endsAt"
  FROM verification_token WHERE id = ANY($1)`;

const factsOf = async (aside: pg.Pool, tokens: Known[]): Promise<Row[]> =>
  (await aside.query<Row>({ name: 'replay-facts', text: FACTS, values: [tokens.map(({ id }) => id)] })).rows;

/** What the code in a message is worth now. A message names its token by the reference it shows. */
export async function judgeBy(
  aside: pg.Pool,
  tokens: Known[],
  plan: Plan,
  { channel, text }: Letter,
): ReturnType<Service['judge']> {
  const mine = tokens.filter(
    (token) =>
      text.includes(`ref ${token.reference}`) &&
      (plan.purpose !== 'CONFIRM_CHANNEL' || token.channel === channel),
  );
  const rows = mine.length > 0 ? await factsOf(aside, mine) : [];
  const open = rows.find(({ state, over }) => state === 'OPEN' && !over);
  if (open) return open.inWindow ? 'usable' : 'not-now';
  return rows.some(({ state }) => state === 'VERIFIED') ? 'used' : 'dead';
}

/** The latest end of her open tokens; null where none is open. */
export async function livesUntilBy(aside: pg.Pool, tokens: Known[]): Promise<number | null> {
  const open = (await factsOf(aside, tokens)).filter(({ state, over }) => state === 'OPEN' && !over);
  return open.length > 0 ? Math.max(...open.map(({ endsAt }) => endsAt.getTime())) : null;
}
