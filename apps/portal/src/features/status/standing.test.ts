import { expect, it } from 'vitest';
import { standingOf } from './standing.ts';

it('an incident is over only where it is not closed by hand before its lane is in order', () => {
  const until = '2023-05-28T16:59:00Z';
  expect(standingOf({ until: null, closedAlthough: false })).toBe('open');
  expect(standingOf({ until, closedAlthough: true })).toBe('closed');
  expect(standingOf({ until, closedAlthough: false })).toBe('over');
});
