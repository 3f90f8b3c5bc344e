import type { Promised } from './acceptance.ts';
import type { Figures } from './figures.ts';

const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);
const plain = (value: number | null) => (value === null ? '–' : String(value));

export type Row = { label: string; cell(figures: Figures): string };

/** What is compared, for the terminal and the page alike. */
export const ROWS: Row[] = [
  { label: 'People', cell: (f) => plain(f.people) },
  { label: 'Hold a usable code after 15 s', cell: (f) => percent(f.holding.after_15_s) },
  { label: '… after 60 s', cell: (f) => percent(f.holding.after_60_s) },
  { label: '… after 5 min', cell: (f) => percent(f.holding.after_5_min) },
  { label: '… after 60 min', cell: (f) => percent(f.holding.after_60_min) },
  { label: 'Of those the incident hit: after 60 s', cell: (f) => percent(f.holding_hit.after_60_s) },
  { label: '… after 60 min', cell: (f) => percent(f.holding_hit.after_60_min) },
  { label: 'Succeeded', cell: (f) => percent(f.succeeded) },
  { label: '… within 5 min', cell: (f) => percent(f.succeeded_5_min) },
  { label: 'Gave up', cell: (f) => percent(f.gave_up) },
  { label: 'Other lanes: median wait (s)', cell: (f) => plain(f.others_p50_s) },
  { label: '… 95th percentile (s)', cell: (f) => plain(f.others_p95_s) },
  { label: 'Wrong codes entered', cell: (f) => plain(f.wrong_attempts) },
  { label: 'Refused as expired within 10 min of arrival', cell: (f) => plain(f.expired_10_min) },
  { label: 'Dead codes delivered', cell: (f) => plain(f.dead_delivered) },
  { label: '… to somebody still waiting', cell: (f) => plain(f.dead_while_waiting) },
  { label: 'Delivered after the same code was used', cell: (f) => plain(f.used_delivered) },
  { label: 'Messages delivered', cell: (f) => plain(f.messages_delivered) },
  { label: '"Send again" that sent', cell: (f) => plain(f.presses) },
  { label: '… answered with a time or advice', cell: (f) => plain(f.held_back) },
  { label: 'SMS per success', cell: (f) => plain(f.sms_per_success) },
];

const NAMES = { ours: 'Sampai', 'of-the-day': 'policy of the day' };
export const nameOf = ({ policy, incident }: Figures): string =>
  incident ? NAMES[policy] : `${NAMES[policy]}, no incident`;

export function tableOf(all: Figures[]): string {
  const wide = Math.max(...ROWS.map(({ label }) => label.length));
  const line = (label: string, cells: string[]) =>
    `${label.padEnd(wide)}  ${cells.map((cell) => cell.padStart(20)).join('')}`.trimEnd();
  return [line('', all.map(nameOf)), ...ROWS.map((row) => line(row.label, all.map(row.cell)))].join('\n');
}

export const verdictOf = ({ met }: Promised): string =>
  met === null ? 'not measured' : met ? 'met' : 'NOT MET';

export const promisesOf = (promised: Promised[]): string =>
  promised.map((one) => `${verdictOf(one).padEnd(14)}${one.text}: ${one.figure}`).join('\n');

const TOO_BUSY = 0.85;

/** Why a run's figures are not to be trusted; null where nothing speaks against them. */
export function doubtOf({ faults, machine_busy }: Figures): string | null {
  if (faults > 0) return 'Something failed while it ran: these figures are worth nothing.';
  if (machine_busy !== null && machine_busy > TOO_BUSY)
    return `The machine was ${Math.round(machine_busy * 100)} % busy: these figures say more of it than of the policies.`;
  return null;
}
