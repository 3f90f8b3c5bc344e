import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { openClient } from '../lib/load.ts';
import { channelsBody, cookieOf, issuedToken } from '../tokens/operations.ts';
import { type Person, settle } from '../tokens/people.ts';

/** How long a person waits before pressing the button again, and how long they go on doing so. */
const AGAIN_MS = 1_000;
const PATIENCE_MS = 60_000;
/** After which answers: none, or that something is wrong on the other side. */
const AGAIN = /^no answer$|^\d+$|SERVICE_UNAVAILABLE$|INTERNAL_SERVER_ERROR$/;

/** Somebody who asked for a code, to one address that nobody else has. */
export type Asked = {
  channel: 'SMS' | 'EMAIL';
  to: string;
  /** The token in the answer and when it came: only then has the API promised anything. */
  tokenId: string | null;
  acknowledgedAt: number;
};
export type Crowd = { asked: Asked[]; answers: Record<string, number>; stop(): Promise<void> };

const numberOf = (n: number) => `+62812${String(30_000_000 + n * 7)}`;

/** People for a crowd; half will ask for a code by mail, half by SMS. `from`: how many there have been before. */
export async function gather(owner: pg.Pool, count: number, from: number) {
  const people = await settle(owner, count);
  return people.map((person, n) =>
    n % 2 === 0
      ? { person, channel: 'EMAIL' as const, to: person.email, input: { email: person.email } }
      : { person, channel: 'SMS' as const, to: numberOf(from + n), input: { phone: numberOf(from + n) } },
  );
}

/**
 * Lets people ask for a code at a steady rate, whatever becomes of those before them. Where the answer does not come, or is no
 * answer, they press again.
 */
export function askAtRate(
  origin: string,
  people: Awaited<ReturnType<typeof gather>>,
  perSecond: number,
): Crowd {
  const client = openClient(origin);
  const asked: Asked[] = [];
  const answers: Record<string, number> = {};
  const count = (what: string) => {
    answers[what] = (answers[what] ?? 0) + 1;
  };
  const under = new Set<Promise<void>>();
  let stopped = false;

  async function ask(person: Person, body: string, one: Asked): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const answer = await client.post('/graphql', body, cookieOf(person)).catch(() => undefined);
      const said = answer ? kindOf(answer) : 'no answer';
      count(said);
      if (answer && said === 'token') {
        Object.assign(one, { tokenId: issuedToken(answer.body), acknowledgedAt: performance.now() });
        return;
      }
      if (!AGAIN.test(said)) return;
      await wait(AGAIN_MS);
    }
  }
  async function run(): Promise<void> {
    const began = performance.now();
    for (const [n, { person, channel, to, input }] of people.entries()) {
      await wait(Math.max(0, began + (n * 1000) / perSecond - performance.now()));
      if (stopped) return;
      const one: Asked = { channel, to, tokenId: null, acknowledgedAt: 0 };
      asked.push(one);
      const asking = ask(person, channelsBody(person.activationId, input), one).finally(() =>
        under.delete(asking),
      );
      under.add(asking);
    }
  }
  const running = run();
  return {
    asked,
    answers,
    async stop() {
      stopped = true;
      await running;
      await Promise.all(under);
      client.close();
    },
  };
}

function kindOf({ status, body }: { status: number; body: string }): string {
  try {
    const { data, errors } = JSON.parse(body);
    const code = errors?.[0]?.extensions?.code ?? data?.setActivationChannels?.code;
    if (!code) return 'token';
    return errors ? `${status} ${code}` : `refused ${code}`;
  } catch {
    return `${status}`;
  }
}
