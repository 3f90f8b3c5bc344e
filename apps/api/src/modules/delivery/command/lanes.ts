import { parseArgs } from 'node:util';
import { momentInWib } from '#modules/status';
import type { Tx } from '#platform/database';
import { WHOLE } from '../rules/rests.ts';
import {
  type Decided,
  decisionsOf,
  figuresOfLanes,
  figuresOfRoutes,
  type LaneFigures,
  type RouteFigures,
} from '../store/figures.ts';

const USAGE = 'Say `npm run status -- lanes [--hours 24]`.';
const LONGEST_HOURS = 24 * 31;
const MOST_DECISIONS = 500;

/** The operator's look at lanes: how each does, since when and why, over which routes, and what was decided. Throws a sentence. */
export async function runLanesCommand(tx: Tx, args: string[]): Promise<string> {
  const hours = hoursOf(args);
  const [lanes, routes, decisions] = await Promise.all([
    figuresOfLanes(tx),
    figuresOfRoutes(tx),
    decisionsOf(tx, hours, MOST_DECISIONS),
  ]);
  const known = lanes.map((lane) =>
    [about(lane), ...routes.filter((route) => route.lane === lane.lane).map(over)].join('\n'),
  );
  const whole = routes.filter((route) => route.lane === WHOLE).map((route) => `every lane\n${over(route)}`);
  return [
    [...known, ...whole].join('\n') || 'No lane was used yet.',
    decisions.length === 0 ? `Nothing was decided within ${hours} h.` : decisions.map(decided).join('\n'),
  ].join('\n\n');
}

function hoursOf(args: string[]): number {
  const text = readHours(args);
  const hours = Number(text);
  if (!/^\d+$/.test(text) || hours < 1 || hours > LONGEST_HOURS)
    throw new Error(`--hours is a whole number from 1 to ${LONGEST_HOURS}.`);
  return hours;
}

function readHours(args: string[]): string {
  try {
    return parseArgs({ args, options: { hours: { type: 'string' } } }).values.hours ?? '24';
  } catch {
    throw new Error(USAGE);
  }
}

const perSecond = (rate: number): string => `${Math.round(rate * 100) / 100}/s`;

function about({
  lane,
  health,
  reason,
  since,
  pace,
  heldUntil,
  waiting,
  oldestSeconds,
}: LaneFigures): string {
  const facts = [
    since ? `${reason}, since ${momentInWib(since)}` : reason,
    pace === null
      ? ''
      : `at most ${perSecond(pace)}${heldUntil ? `, held until ${momentInWib(heldUntil)}` : ''}`,
    waiting === 0 ? '' : `${waiting} waiting, the oldest for ${Math.round(oldestSeconds)} s`,
  ];
  return `${lane}  ${health}  ${facts.filter(Boolean).join('; ')}`;
}

function over(figures: RouteFigures): string {
  const { lane, route, health, reason, since, restsUntil, deafWhy, deafSince, ...more } = figures;
  const { configured, accepted, failed, throttled, stopped, refused, late } = more;
  const facts = [
    since ? `${reason}, since ${momentInWib(since)}` : reason,
    configured ? '' : 'no longer configured',
    restsUntil === null ? '' : `rests until ${momentInWib(restsUntil)}`,
    deafSince === null
      ? ''
      : `takes messages, receipts do not arrive: receiver not bound (${deafWhy}), since ${momentInWib(deafSince)}`,
    lane === WHOLE
      ? ''
      : `within 15 min ${accepted} accepted, ${failed} failed, ${throttled} throttled, ${stopped} stopped, ${refused} refused, ${late} late`,
  ];
  return `    over ${route}  ${health}  ${facts.filter(Boolean).join('; ')}`;
}

const decided = ({ at, lane, route, kind, was, becomes, reason }: Decided): string =>
  `${momentInWib(at)}  ${lane}  ${[kind.toLowerCase(), route].filter(Boolean).join(' ')} ${was} -> ${becomes}: ${reason}`;
