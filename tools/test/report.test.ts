import { expect, test } from 'vitest';
import { add, gateLine, lastLine, NOTHING, ONE_FAILURE } from './report.ts';

test('the last line says how many passed and failed, and names skipped ones only where there are some', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(lastLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  expect(lastLine(add(add(NOTHING, ONE_FAILURE), ONE_FAILURE))).toBe('0 passed, 2 failed');
});

test('a gate that found something says what, underneath', () => {
  expect(gateLine('Types', ['a.ts(1,2): error\nb.ts(3,4): error'], 1)).toMatch(
    /✗ Types +1\.0 s\n {6}a\.ts\(1,2\): error\n {6}b\.ts\(3,4\): error$/,
  );
});
