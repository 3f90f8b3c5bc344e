import { expect, it } from 'vitest';
import { judgeWindow } from './judge-window.ts';

const wib = (text: string) => new Date(`${text}+07:00`);
const WINDOW = { from: wib('2023-05-26T18:00'), to: wib('2023-05-28T23:59'), urgent: false, others: [] };
const NOW = wib('2023-05-24T18:00');

it('the window of May 2023 may be announced 48 hours ahead, and not a minute later (R76)', () => {
  expect(judgeWindow(WINDOW, NOW)).toEqual({ verdict: 'take' });
  expect(judgeWindow(WINDOW, wib('2023-05-24T18:01'))).toEqual({
    verdict: 'refuse',
    why: 'TOO_SOON',
    earliest: wib('2023-05-26T18:01'),
  });
});

it('an urgent one may begin at once, but not lie in the past', () => {
  expect(judgeWindow({ ...WINDOW, urgent: true }, wib('2023-05-26T17:59'))).toEqual({ verdict: 'take' });
  expect(judgeWindow({ ...WINDOW, urgent: true }, wib('2023-05-29T00:00'))).toMatchObject({ why: 'IS_PAST' });
});

it('it ends after it begins, and lies beside every other', () => {
  expect(judgeWindow({ ...WINDOW, to: WINDOW.from }, NOW)).toMatchObject({ why: 'ENDS_FIRST' });
  const other = { from: wib('2023-05-28T23:58'), to: wib('2023-05-29T06:00') };
  expect(judgeWindow({ ...WINDOW, others: [other] }, NOW)).toMatchObject({ why: 'OVERLAPS' });
  const after = { ...other, from: WINDOW.to };
  expect(judgeWindow({ ...WINDOW, others: [after] }, NOW)).toEqual({ verdict: 'take' });
});
