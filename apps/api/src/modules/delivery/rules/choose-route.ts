import { type Health, overrules } from './judge-health.ts';

/** How a route stands in a lane, where it is not simply in order. */
export type Standing = { state: Health; rests: boolean; probeDue: boolean };
/** How routes stand in lanes, for all workers: those that are not in order. */
export type Standings = (Standing & { lane: string; route: string })[];
/** 0: in order; 1: it rests, or is red; 2: closed. */
export type Trouble = 0 | 1 | 2;

export type Way<R> = {
  route: R;
  /** Another message of the same content went this way. */
  avoided: boolean;
  /** This worker has connections of it at the moment. */
  connected: boolean;
  trouble: Trouble;
};

export function troubleOf(standing: Pick<Standing, 'state' | 'rests'> | undefined): Trouble {
  if (!standing) return 0;
  if (standing.state === 'CLOSED') return 2;
  return standing.rests || overrules(standing.state) ? 1 : 0;
}

/**
 * The route of a message's nth attempt. Those that are left take turns: not what it avoids, what this worker has no connections
 * of, and what is in more trouble than another, as long as there is another.
 */
export function chooseRoute<R>(ways: Way<R>[], attempt: number): R | undefined {
  const fresh = orAll(ways, ({ avoided }) => !avoided);
  const able = orAll(fresh, ({ connected }) => connected);
  const least = Math.min(...able.map(({ trouble }) => trouble));
  const from = able.filter(({ trouble }) => trouble === least);
  return from[Math.max(0, attempt - 1) % Math.max(1, from.length)]?.route;
}

function orAll<R>(ways: Way<R>[], wanted: (way: Way<R>) => boolean): Way<R>[] {
  const some = ways.filter(wanted);
  return some.length > 0 ? some : ways;
}

/**
 * Which of the messages in hand tries a route that is out of order: one whose reader waits least, which was not tried yet and
 * does not avoid that route. Nobody's code, where there is anything else.
 */
export function chooseProbe<M extends { attempts: number; avoid: string[]; kind: string }>(
  messages: M[],
  route: string,
): M | undefined {
  const fit = messages.filter(({ attempts, avoid }) => attempts === 1 && !avoid.includes(route));
  return fit.findLast(({ kind }) => kind !== 'CODE') ?? fit.at(-1);
}
