import type { Report } from '@sampai/carriers/certify';
import { expect, it } from 'vitest';
import { judgeReport, needlessWaivers, notShown } from './judge-report.ts';

const NOW = new Date('2026-03-31T10:00:00Z');
const DAY_MS = 86_400_000;
const report = (more: Partial<Report> = {}): Report => ({
  ...{ format: 'sampai/carrier-report/2', route: 'smartfren', kind: 'smpp', lanes: ['sms:smartfren'] },
  ...{ settings: {}, configured: 'c', startedAt: '2026-03-30T09:00:00Z', endedAt: '2026-03-30T10:00:00Z' },
  criteria: [{ id: 'bind', required: true, verdict: 'pass', why: 'seen' }],
  ...{ outcome: 'passes', missing: [], digest: 'd', ...more },
});
const facts = { route: 'smartfren', configured: 'c', reportDays: 30, waivers: {} };
const aged = (ms: number) => report({ endedAt: new Date(NOW.getTime() - ms).toISOString() });

it.each([
  ['MAY', report()],
  ['MAY', aged(30 * DAY_MS)],
  ['MAY', aged(0)],
  ['OTHER_ROUTE', report({ route: 'tri' })],
  ['CHANGED_ROUTE', report({ configured: 'another' })],
  ['NOT_PASSING', report({ outcome: 'fails' })],
  ['FROM_THE_FUTURE', aged(-1)],
  ['TOO_OLD', aged(30 * DAY_MS + 1)],
])('a route is let in only by a passing, fresh report of its own: %s', (verdict, its) => {
  expect(judgeReport({ report: its, ...facts }, NOW)).toBe(verdict);
});

it('what a run did not show lets nobody in, unless it is waived by name; what failed is not waived', () => {
  const its = report({ outcome: 'incomplete', missing: ['tls', 'silence'] });
  const waived = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'seen by telephone']));
  expect(judgeReport({ ...facts, report: its }, NOW)).toBe('NOT_SHOWN');
  expect(notShown(its, waived('tls'))).toEqual(['silence']);
  expect(judgeReport({ ...facts, report: its, waivers: waived('tls') }, NOW)).toBe('NOT_SHOWN');
  expect(judgeReport({ ...facts, report: its, waivers: waived('tls', 'silence') }, NOW)).toBe('MAY');
  // A word that names nothing, and what was shown: kept with an approval, either would tell of a lack that was none.
  expect(needlessWaivers(its, waived('tls', 'tsl', 'bind'))).toEqual(['tsl', 'bind']);
  for (const needless of ['tsl', 'bind'])
    expect(judgeReport({ ...facts, report: its, waivers: waived('tls', 'silence', needless) }, NOW)).toBe(
      'NEEDLESS_WAIVER',
    );
  const failed = { ...its, outcome: 'fails' as const };
  expect(judgeReport({ ...facts, report: failed, waivers: waived('tls', 'silence') }, NOW)).toBe(
    'NOT_PASSING',
  );
});
