import { parseArgs } from 'node:util';
import type { Tx } from '#platform/database';
import { SPENT_BY, type Spent, spendingOf } from '../store/spending.ts';

const WAYS = Object.keys(SPENT_BY).join('|');
const USAGE = `Say \`npm run sms -- spending [--by ${WAYS}] [--hours 24] [--limit 30]\`.`;
const LONGEST_HOURS = 24 * 366;
const MOST_ROWS = 1_000;

/** The operator's look at what SMS cost: who they are for is a blind index, never a number. Throws a sentence. */
export async function runSmsCommand(tx: Tx, args: string[]): Promise<string> {
  const { by, hours, limit } = read(args);
  const rows = await spendingOf(tx, { by, hours, limit });
  return rows.length === 0 ? `No SMS within ${hours} h.` : table(by, rows);
}

function read(args: string[]): { by: keyof typeof SPENT_BY; hours: number; limit: number } {
  const { positionals, values } = understood(args);
  const { by = 'lane', hours = '24', limit = '30' } = values;
  if (positionals.join(' ') !== 'spending') throw new Error(USAGE);
  if (!isWay(by)) throw new Error(`--by is one of ${WAYS}.`);
  return { by, hours: whole('--hours', hours, LONGEST_HOURS), limit: whole('--limit', limit, MOST_ROWS) };
}

const isWay = (word: string): word is keyof typeof SPENT_BY => Object.hasOwn(SPENT_BY, word);

function understood(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, allowPositionals: true, options: { by: text, hours: text, limit: text } });
  } catch {
    throw new Error(USAGE);
  }
}

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new Error(`${name} is a whole number from 1 to ${most}.`);
  return number;
}

/** Columns as wide as what stands in them. The last one is the share of codes that were entered right. */
function table(by: string, rows: Spent[]): string {
  const lines = [
    [by, 'SMS', 'codes', 'rupiah', 'entered'],
    ...rows.map(({ key, sms, tokens, verified, rupiah }) => [
      ...[key, String(sms), String(tokens), String(rupiah)],
      tokens === 0 ? '-' : `${Math.round((100 * verified) / tokens)} %`,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((n) => Math.max(...lines.map((line) => (line[n] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
