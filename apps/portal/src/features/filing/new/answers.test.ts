import { expect, it } from 'vitest';
import { parseAnswers } from './answers.ts';

it.each([
  [null],
  [''],
  ['{'],
  ['null'],
  ['[]'],
  ['"yes"'],
  ['{"business":true}'],
  ['{"business":"maybe"}'],
  ['{"constructor":"yes","business":"toString"}'],
  ['{"__proto__":{"business":"yes"}}'],
])('reads no answer from %j', (text) => {
  expect(parseAnswers(text)).toEqual({});
});

it('reads the answers that are ours and leaves out the others', () => {
  expect(parseAnswers('{"business":"no","gross":"within","spouse":"within","colour":"blue"}')).toEqual({
    business: 'no',
    gross: 'within',
  });
});
