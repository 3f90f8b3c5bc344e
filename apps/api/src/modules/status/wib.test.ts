import { expect, it } from 'vitest';
import { clockInWib, momentInWib, readMoment } from './wib.ts';

it('weekdays are derived: 22 February 2020 was a Saturday, whatever the news wrote (R55)', () => {
  const at = readMoment('2020-02-22 09.31');
  expect(at).toEqual(new Date('2020-02-22T02:31:00Z'));
  expect(at && momentInWib(at)).toBe('Sat, 22/02/2020 09.31 WIB');
  expect(at && clockInWib(at)).toBe('09.31 WIB');
});

it('a time is read as people write it, and what is none is not guessed at', () => {
  expect(readMoment('2023-05-26T18:00')).toEqual(new Date('2023-05-26T11:00:00Z'));
  for (const text of [
    '',
    'tomorrow',
    '2023-02-30 18.00',
    '2023-05-26 24.00',
    '26-5-2023 18.00',
    '2023-05-26',
    '0023-05-26 18.00',
  ])
    expect(readMoment(text), text).toBeNull();
});
