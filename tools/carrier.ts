/** `npm run carrier -- certify | approve | withdraw | list`: how a carrier gets in, and out again. */
import { parseArgs } from 'node:util';
import { certifyRoute } from './carrier/certify.ts';
import { approve, list, withdraw } from './carrier/let-in.ts';
import { Refusal } from './lib/refusal.ts';

const HOW = `Say one of
  npm run carrier -- certify <route> --to <our number or address> [--handset <url>] [--count N] [--rate N] [--seconds N] [--most N] [--out DIR]
  npm run carrier -- approve <route> --by "<name>" --report <file.json> [--waive <criterion>="<why>" ...]
  npm run carrier -- withdraw <route> --by "<name>"
  npm run carrier -- list`;

const texts = Object.fromEntries(
  ['to', 'handset', 'count', 'rate', 'seconds', 'most', 'patience', 'out', 'by', 'report'].map((name) => [
    name,
    { type: 'string' },
  ]),
) as Record<string, { type: 'string' }>;
const options = { ...texts, waive: { type: 'string', multiple: true } } as const;

export type Given = Record<string, string | undefined>;
type Arguments = { what: string; route: string | undefined; given: Given; waive: string[] };

export default async function carrier(args: string[]): Promise<number> {
  const { what, route, given, waive } = readArguments(args);
  const need = (...names: string[]) => {
    if (!route || names.some((name) => !given[name]?.trim())) throw new Refusal(HOW);
    return route;
  };
  if (what === 'certify') return certifyRoute(need('to'), given);
  if (what === 'approve')
    return approve(need('by', 'report'), given.by ?? '', given.report ?? '', waiversOf(waive));
  if (what === 'withdraw') return withdraw(need('by'), given.by ?? '');
  if (what === 'list' && !route) return list();
  throw new Refusal(HOW);
}

/** Each with its reason: nobody waives anything without saying why. */
function waiversOf(given: string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((one) => {
      const [, criterion, why] = /^([a-z]+)=\s*(\S.*)$/.exec(one) ?? [];
      if (!criterion || !why) throw new Refusal(`--waive takes <criterion>="<why>", not ${one}.`);
      return [criterion, why.trim()];
    }),
  );
}

function readArguments(args: string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [what = '', route, ...more] = positionals;
    if (more.length > 0) throw new Refusal(HOW);
    const { waive = [], ...given } = values;
    return { what, route, given: given as Given, waive: waive as string[] };
  } catch {
    throw new Refusal(HOW);
  }
}
