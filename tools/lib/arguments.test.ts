import { expect, test } from 'vitest';
import { readArguments, wholeNumber } from './arguments.ts';
import { Refusal } from './refusal.ts';

const options = { people: { type: 'string' }, baseline: { type: 'boolean' } } as const;
const read = (...args: string[]) => readArguments({ args, options, allowPositionals: true }, 'say it so.');

test('a negative number is the value of its option', () => {
  expect(read('gmail', '--people', '-5').values).toEqual({ people: '-5' });
  expect(read('--people=-5').values).toEqual({ people: '-5' });
  expect(read('--baseline', '--people', '7', 'gmail')).toMatchObject({ positionals: ['gmail'] });
});

test.each([
  [['--peopel', '5'], "Unknown option '--peopel'"],
  [['--people'], "Option '--people <value>' argument missing"],
  [['--baseline=yes'], "Option '--baseline' does not take an argument"],
  [['--people', '--baseline'], "Option '--people' argument is ambiguous"],
  [['-5'], "Unknown option '-5'"],
])('%j is refused in one sentence that says how it goes', (args, sentence) => {
  expect(() => read(...args)).toThrow(new Refusal(`${sentence}: say it so.`));
});

test.each(['', '0', '-5', '1.5', 'abc', '1e9', '21', ' 5', 'Infinity'])(
  '%j is no number from 1 to 20',
  (text) => {
    expect(() => wholeNumber('--people', text, 1, 20)).toThrow(
      /^--people is a whole number from 1 to 20, not .+\.$/,
    );
  },
);

test('a number within its bounds is taken', () => {
  expect(wholeNumber('--people', '20', 1, 20)).toBe(20);
});
