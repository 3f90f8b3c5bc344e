import type { ParseArgsConfig } from 'node:util';
import { readArguments, wholeNumber } from '../../tools/lib/arguments.ts';
import { fail } from '../../tools/lib/refusal.ts';

const MOST = 1_000_000;

/**
 * The options of a figure: whole numbers with what they are unless given, and others as `parseArgs` knows them. What is none of them
 * ends the process with one sentence: a figure of nothing is no figure.
 */
export function readOptions<N extends string>(
  numbers: Record<N, number>,
  others: NonNullable<ParseArgsConfig['options']> = {},
): Record<N, number> & { others: Record<string, unknown> } {
  const names = Object.keys(numbers) as N[];
  const options = {
    ...others,
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  };
  const usage = `the options are ${Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ')}.`;
  try {
    const { values } = readArguments({ args: process.argv.slice(2), options }, usage);
    const given = (name: N) => {
      const value = values[name];
      return value === undefined ? numbers[name] : wholeNumber(`--${name}`, String(value), 1, MOST);
    };
    const read = Object.fromEntries(names.map((name) => [name, given(name)])) as Record<N, number>;
    return { ...read, others: values };
  } catch (fault) {
    fail(fault);
  }
}
