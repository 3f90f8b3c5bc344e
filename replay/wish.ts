import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readArguments, wholeNumber } from '../tools/lib/arguments.ts';
import { Refusal } from '../tools/lib/refusal.ts';
import type { PolicyName } from './run/run.ts';
import { SCENARIOS } from './scenarios/index.ts';
import { type Scenario, SEEDS } from './scenarios/scenario.ts';

const POLICIES: Record<string, PolicyName[]> = {
  both: ['ours', 'of-the-day'],
  ours: ['ours'],
  'of-the-day': ['of-the-day'],
};
const HOW = `npm run replay -- ${Object.keys(SCENARIOS).join(' | ')} [--people N] [--seed S] [--policy P] [--rate R] [--baseline] [--out folder]`;
const MOST_PEOPLE = 20_000;
const FASTEST = 24;

export type Wish = {
  scenario: Scenario;
  people: number;
  seed: number;
  policies: PolicyName[];
  /** Null: by the number of people. */
  rate: number | null;
  out: string;
  baseline: boolean;
};

/** What is to be replayed, as it was typed; the folder for the page is there when it answers. Throws a Refusal of one sentence. */
export function readWish(args: string[]): Wish {
  const { values, positionals } = readArguments(
    {
      args,
      allowPositionals: true,
      options: {
        people: { type: 'string', default: '5000' },
        seed: { type: 'string', default: 'tuning-1' },
        policy: { type: 'string', default: 'both' },
        rate: { type: 'string' },
        out: { type: 'string', default: 'replay/out' },
        baseline: { type: 'boolean', default: false },
      },
    } as const,
    HOW,
  );
  const [name = '', ...more] = positionals;
  const scenario = known(SCENARIOS, name);
  if (!scenario || more.length > 0) throw new Refusal(`Say which incident: ${HOW}`);
  const people = wholeNumber('--people', values.people, 1, MOST_PEOPLE);
  const seed = seedOf(values.seed);
  const policies = known(POLICIES, values.policy);
  if (!policies) throw new Refusal(`--policy is ${Object.keys(POLICIES).join(', ')}, not ${values.policy}.`);
  const rate = values.rate === undefined ? null : rateOf(values.rate);
  return { scenario, people, seed, policies, rate, out: folderOf(values.out), baseline: values.baseline };
}

const known = <T>(all: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;

function seedOf(text: string): number {
  const seed = known(SEEDS, text) ?? (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);
  if (Number.isSafeInteger(seed)) return seed;
  throw new Refusal(
    `--seed is ${Object.keys(SEEDS).join(', ')}, or a whole number, not ${text || 'nothing'}.`,
  );
}

function rateOf(text: string): number {
  const rate = Number(text);
  if (text.trim() !== '' && rate >= 1 && rate <= FASTEST) return rate;
  throw new Refusal(`--rate is from 1 to ${FASTEST}, not ${text || 'nothing'}.`);
}

/** A run takes minutes: that its page cannot be written is said before. */
function folderOf(given: string): string {
  const folder = path.resolve(given);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    throw new Refusal(`--out ${folder} is no folder that can be written to (${code}).`);
  }
}
