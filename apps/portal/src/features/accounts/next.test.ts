import { expect, it } from 'vitest';
import { safeNext } from './next.ts';

it.each([
  ['/', '/'],
  ['/filing/abc-123', '/filing/abc-123'],
  ['/filing/new?year=2024', '/filing/new?year=2024'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/a b', '/'],
  ['/sign-in?next=/sign-in', '/'],
  [`/${'x'.repeat(600)}`, '/'],
  [undefined, '/'],
  [7, '/'],
])('after the sign-in, %j leads to %s', (raw, path) => {
  expect(safeNext(raw)).toBe(path);
});
