import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

/**
 * Reads a command line as `parseArgs` does, and takes a negative number for the value that it is. Throws a Refusal of one sentence
 * that ends with `usage`.
 */
export function readArguments<C extends ParseArgsConfig & { args: string[] }>(config: C, usage: string) {
  try {
    return parseArgs<C>({ ...config, args: joined(config.args) });
  } catch (fault) {
    const [sentence] = (fault as Error).message.split(/\. |\.?\n/);
    throw new Refusal(`${sentence?.replace(/\.$/, '')}: ${usage}`);
  }
}

/** `--people -5` -> `--people=-5`: it is the number that is to be refused, and not how it was typed. */
const joined = (args: string[]): string[] =>
  args.flatMap((word, at) => {
    const [before, after] = [args[at - 1] ?? '', args[at + 1] ?? ''];
    if (NEGATIVE.test(word) && OPTION.test(before)) return [];
    return OPTION.test(word) && NEGATIVE.test(after) ? [`${word}=${after}`] : [word];
  });
const OPTION = /^--[a-z-]+$/;
const NEGATIVE = /^-\d/;

/** A whole number, written in digits. Throws a Refusal of one sentence. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Refusal(`${option} is a whole number from ${least} to ${most}, not ${text || 'nothing'}.`);
}
