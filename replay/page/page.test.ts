import { expect, test } from 'vitest';
import { promisedBy } from '../figures/acceptance.ts';
import { curvesOf } from '../figures/curves.ts';
import { figuresOf } from '../figures/figures.ts';
import { doubtOf } from '../figures/table.ts';
import { sms2023 } from '../scenarios/sms-2023.ts';
import { askedAt, runOf } from '../testing/run-of.ts';
import { pageOf } from './page.ts';

test('the page has everything in it: curves of each policy, what was promised, and nothing from elsewhere', () => {
  const run = runOf(sms2023, 60, (plan) => ({ usableAt: askedAt(plan) + 4_000 }));
  const figures = figuresOf(run);
  const page = pageOf({
    scenario: sms2023,
    runs: [{ figures, curves: curvesOf(run) }],
    promised: promisedBy(figures, null),
  });
  expect(page.match(/<svg /g)).toHaveLength(4);
  expect(page).toContain('NOT MET');
  expect(page).not.toMatch(/https?:|<script|<link|url\(/);
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test('a share that is reached after four seconds rises there, and not before', () => {
  const run = runOf(sms2023, 60, (plan) => ({ usableAt: askedAt(plan) + 4_000 }));
  const { everybody } = curvesOf(run);
  expect(everybody.filter(([seconds]) => seconds < 4).every(([, share]) => share === 0)).toBe(true);
  expect(everybody.filter(([seconds]) => seconds >= 4).every(([, share]) => share === 1)).toBe(true);
});

test('a run that failed, or on a machine that was busy with something else, is not to be trusted', () => {
  const run = runOf(sms2023, 20, () => ({}));
  const doubt = (change: Partial<typeof run>) => doubtOf(figuresOf({ ...run, ...change }));
  expect(doubt({})).toBeNull();
  expect(doubt({ load: { ...run.load, machine_busy: 0.95 } })).toContain('95 % busy');
  expect(doubt({ diaries: run.diaries.map((diary) => ({ ...diary, faults: ['no'] })) })).toContain(
    'worth nothing',
  );
});
