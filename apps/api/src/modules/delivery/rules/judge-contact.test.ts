import { describe, expect, it } from 'vitest';
import { type Contact, hearAgain, takeOverUntil } from './judge-contact.ts';

const TIMES = { gapMs: 4_000, graceMs: 6_000 };
/** Contact after words of the database at these seconds of its clock. */
const heardAt = (...seconds: number[]) =>
  seconds.reduce<Contact | null>((contact, at) => hearAgain(contact, at * 1000, TIMES.gapMs), null);

describe('what another worker leased is taken over', () => {
  it.each([
    ['not before anything was heard', [], false],
    ['not at once after the start', [100], false],
    ['not before the grace has passed', [100, 103, 105.9], false],
    ['once the database was heard of all the time', [100, 103, 106], true],
    ['not right after it was away', [100, 103, 106, 110.1], false],
    ['once it is back for long enough', [100, 106, 120, 123, 126], true],
    ['not after its clock was set back', [100, 103, 106, 50], false],
    ['not after its clock was set forward', [100, 103, 106, 3_706], false],
  ])('%s', (_, seconds, may) => {
    expect(takeOverUntil(heardAt(...seconds), TIMES) !== null).toBe(may);
  });

  it('only as long as the word is fresh: a statement that is held up takes nothing over', () => {
    expect(takeOverUntil(heardAt(100, 103, 106), TIMES)).toEqual(new Date(110_000));
  });
});
