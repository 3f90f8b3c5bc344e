import { parseArgs } from 'node:util';
import { type CommandName, GRAMMAR, type Grammar } from './grammar.ts';

export type Given = {
  name: CommandName;
  words: string[];
  /** A text option; empty where it was left out. */
  text(option: string): string;
  list(option: string): string[];
  flag(option: string): boolean;
};

/** What a person typed cannot be followed; `message` is one sentence that says why. */
export class Misunderstood extends Error {}

/** Of delivery, under the same name (app/operate-status.ts). */
const LANES = 'lanes [--hours 24]';
const names = Object.keys(GRAMMAR) as CommandName[];
const bare = (option: string): string => option.replace(/\?$/, '');

/** Reads a command line. Throws Misunderstood. */
export function readCommand(args: readonly string[]): Given {
  const name = names.find((known) => known.split(' ').every((word, index) => args[index] === word));
  if (!name)
    throw new Misunderstood(
      args.length === 0
        ? `Say what to do:\n${[...names.map((known) => GRAMMAR[known].usage), LANES].map((usage) => `  npm run status -- ${usage}`).join('\n')}`
        : `There is no command '${args.slice(0, args[0] === 'maintenance' ? 2 : 1).join(' ')}': ${names.join(', ')}, lanes.`,
    );
  const grammar: Grammar = GRAMMAR[name];
  const { values, positionals } = parse(name, grammar, args.slice(name.split(' ').length));
  const text = (option: string) => String(values[option] ?? '').trim();
  for (const option of grammar.text)
    if (!option.endsWith('?') && text(option) === '')
      throw new Misunderstood(`--${option} is missing: npm run status -- ${grammar.usage}`);
  const words = positionals.map((word) => word.trim());
  if (words.length !== grammar.positionals || words.includes(''))
    throw new Misunderstood(`That is not all of it, or too much: npm run status -- ${grammar.usage}`);
  return {
    ...{ name, words, text },
    list: (option) => ((values[option] as string[] | undefined) ?? []).map((value) => value.trim()),
    flag: (option) => values[option] === true,
  };
}

type Parsed = { values: Record<string, unknown>; positionals: string[] };

function parse(name: string, grammar: Grammar, args: string[]): Parsed {
  const options = Object.fromEntries([
    ...grammar.text.map((option) => [bare(option), { type: 'string' as const }]),
    ...(grammar.list ?? []).map((option) => [option, { type: 'string' as const, multiple: true }]),
    ...(grammar.flags ?? []).map((option) => [option, { type: 'boolean' as const }]),
  ]);
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (fault) {
    const [sentence] = (fault as Error).message.split(/\. |\n/);
    throw new Misunderstood(`${name}: ${sentence}. npm run status -- ${grammar.usage}`);
  }
}
