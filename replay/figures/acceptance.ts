import type { Figures } from './figures.ts';

/** One line of what was promised. `met` is null where it was not measured. */
export type Promised = { text: string; figure: string; met: boolean | null };

const percent = (value: number | null) => (value === null ? 'nobody' : `${(value * 100).toFixed(2)} %`);
/** Of nobody nothing can be said. */
const atLeast = (value: number | null, least: number) => (value === null ? null : value >= least);

/** How the others' p95 compares with a day without the incident: the ratio of medians of alternating runs. */
export type Others = { incident: number | null; baseline: number | null; runs: number } | null;

const othersLine = (others: Others): Promised => {
  const text = 'p95 of the other lanes within 1.3 x of a run without the incident (alternating, median of 3)';
  if (!others) return { text, figure: 'not measured: --baseline', met: null };
  const { incident, baseline, runs } = others;
  if (incident === null || baseline === null || baseline === 0) return { text, figure: 'no p95', met: false };
  const ratio = incident / baseline;
  return {
    text,
    figure: `${ratio.toFixed(2)} x (${incident} s / ${baseline} s, ${runs} each)`,
    met: ratio <= 1.3,
  };
};

function gmail(f: Figures, others: Others): Promised[] {
  return [
    {
      text: 'At least 99 % of Gmail users with a second verified channel hold a usable code within 60 s',
      figure: `${percent(f.holding_with_second.after_60_s)} of ${f.holding_with_second.people}`,
      met: atLeast(f.holding_with_second.after_60_s, 0.99),
    },
    {
      text: 'Every Gmail-only person is told the truth within 5 s',
      figure: `${percent(f.told_5_s)} of ${f.holding_without_second.people}, p99 ${f.told_p99_s ?? 'never'} s`,
      met: atLeast(f.told_5_s, 1),
    },
    {
      text: 'Gmail-only, the code still alive when the lane opens: it is there within 120 s',
      figure: `${percent(f.opened_120_s)} of ${f.alive_at_opening}`,
      met: atLeast(f.opened_120_s, 1),
    },
    othersLine(others),
    { text: 'No dead code is delivered', figure: String(f.dead_delivered), met: f.dead_delivered === 0 },
  ];
}

const sms = (f: Figures): Promised[] => [
  {
    text: 'At least 99 % succeed within 5 min',
    figure: percent(f.succeeded_5_min),
    met: atLeast(f.succeeded_5_min, 0.99),
  },
  {
    text: 'At most 1.2 SMS per success',
    figure: String(f.sms_per_success ?? 'no success'),
    met: f.sms_per_success !== null && f.sms_per_success <= 1.2,
  },
  {
    text: 'No code is refused as expired that was entered within 10 min of its arrival and before its absolute end',
    figure: String(f.expired_10_min_before_end),
    met: f.expired_10_min_before_end === 0,
  },
];

/** What the issue promises for this scenario, judged by one run. */
export const promisedBy = (figures: Figures, others: Others): Promised[] => [
  {
    text: 'Nothing failed in product or harness while it ran, or the figures are worth nothing',
    figure: figures.fault === null ? '0' : `${figures.faults}, the first: ${figures.fault}`,
    met: figures.faults === 0,
  },
  ...(figures.scenario === 'gmail-2020' ? gmail(figures, others) : sms(figures)),
];
