import { expect, test } from 'vitest';
import { add, failureList, gateLine, lastLine, NOTHING, ONE_FAILURE } from './report.ts';

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

test('what failed is said once more at the end, without colours and each no longer than a screen', () => {
  const failure = [
    'a.test.ts: it holds',
    '\u001b[31mexpected 1\u001b[39m',
    ...Array(50).fill('at a line'),
  ].join('\n');
  const total = add(
    { ...ONE_FAILURE, failures: [failure] },
    { ...ONE_FAILURE, failures: ['Types\na.ts(1,2): error'] },
  );
  const list = failureList(total);
  expect(list).toContain('✗ a.test.ts: it holds\n    expected 1\n');
  expect(list).toContain('✗ Types\n    a.ts(1,2): error');
  expect(list.split('\n').length).toBeLessThan(30);
  expect(failureList(NOTHING)).toBe('');
});
