import type { Promised } from '../figures/acceptance.ts';
import type { Curves, Point } from '../figures/curves.ts';
import type { Figures } from '../figures/figures.ts';
import { doubtOf, nameOf, ROWS, verdictOf } from '../figures/table.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { chart, type Line, type Tick } from './chart.ts';
import { STYLE } from './style.ts';

export type Shown = {
  scenario: Scenario;
  runs: { figures: Figures; curves: Curves }[];
  promised: Promised[];
};

const SINCE_ASKING: Tick[] = [
  ...[1, 5, 15].map((at) => ({ at, label: `${at} s` })),
  ...[1, 5, 15, 60].map((at) => ({ at: at * 60, label: `${at} min` })),
];
const NAMES = { ours: 'Sampai', 'of-the-day': 'of the day' };

/** One page for one scenario and seed, with everything in it. */
export function pageOf({ scenario, runs, promised }: Shown): string {
  const lines = (which: 'everybody' | 'hit' | 'others' | 'soon'): Line[] =>
    runs.map(({ curves }) => ({
      name: NAMES[curves.policy],
      className: curves.policy,
      points: curves[which] satisfies Point[],
    }));
  const since = { from: 1, to: 3_600, log: true, ticks: SINCE_ASKING, label: 'time since asking' };
  const asked = scenario.asking.until / 60;
  const day = {
    ...{ from: 0, to: asked, log: false, label: 'minute in which they asked' },
    ticks: Array.from({ length: Math.floor(asked / 5) + 1 }, (_, i) => ({ at: i * 5, label: String(i * 5) })),
  };
  const [first] = runs;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${scenario.title}</title><style>${STYLE}</style></head><body><main>
<h1>${scenario.title}</h1>
<p>${scenario.story}</p>
<p class="soft">${first?.figures.people.toLocaleString('en')} people, made by seed ${first?.figures.seed}, replayed over real SMTP and SMPP
against ${runs.map(({ figures }) => nameOf(figures)).join(' and ')}. All times are theirs.</p>
${doubts(runs.map(({ figures }) => figures))}${tiles(runs.map(({ figures }) => figures))}
<h2>How long until somebody holds a code that works</h2>
<div class="charts">
${chart('Everybody', since, lines('everybody'))}
${chart('Those whose way was in trouble', since, lines('hit'))}
${chart('Those on any other lane', since, lines('others'))}
${chart('Within 60 s, by the minute in which they asked', day, lines('soon'), troubleMarks(scenario, asked))}
</div>
<h2>What was promised</h2>
${promises(promised)}
<h2>Side by side</h2>
${sideBySide(runs.map(({ figures }) => figures))}
${smallPrint(runs.map(({ figures }) => figures))}
</main></body></html>
`;
}

const doubts = (all: Figures[]): string =>
  all.map((f) => (doubtOf(f) ? `<p class="doubt">${nameOf(f)}: ${doubtOf(f)}</p>` : '')).join('');

const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);

function tiles(all: Figures[]): string {
  const ours = all.find(({ policy }) => policy === 'ours');
  const day = all.find(({ policy }) => policy === 'of-the-day');
  const tile = (title: string, of: (f: Figures) => string) =>
    `<div class="tile"><h3>${title}</h3>${ours ? `<b>${of(ours)}</b>` : ''}${day ? `<span>${of(day)} with the policy of the day</span>` : ''}</div>`;
  return `<div class="tiles">
${tile('Hold a working code after 60 s', (f) => percent(f.holding.after_60_s))}
${tile('The same, where the way was in trouble', (f) => percent(f.holding_hit.after_60_s))}
${tile('Succeeded within 5 min', (f) => percent(f.succeeded_5_min))}
${tile('Dead codes delivered', (f) => f.dead_delivered.toLocaleString('en'))}
</div>`;
}

function troubleMarks({ trouble }: Scenario, until: number): Tick[] {
  const at = (trouble.kind === 'taken-for-spam' ? trouble.closesAt : trouble.from) / 60;
  const label = trouble.kind === 'taken-for-spam' ? 'closed by now' : 'late from here';
  return at < until ? [{ at, label }] : [];
}

function promises(promised: Promised[]): string {
  const rows = promised.map((one) => {
    const tone = one.met === null ? '' : one.met ? 'met' : 'unmet';
    return `<tr><td>${one.text}</td><td class="figure">${one.figure}</td><td class="verdict ${tone}">${verdictOf(one)}</td></tr>`;
  });
  return `<div class="wide"><table><tbody>${rows.join('') || '<tr><td>Judged for Sampai only.</td></tr>'}</tbody></table></div>`;
}

function sideBySide(all: Figures[]): string {
  const head = all.map((f) => `<th>${nameOf(f)}</th>`).join('');
  const rows = ROWS.map(
    ({ label, cell }) => `<tr><td>${label}</td>${all.map((f) => `<td>${cell(f)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function smallPrint(all: Figures[]): string {
  const lines = all.map(
    (f) =>
      `${nameOf(f)}: ${f.rate.toFixed(1)} of their seconds in each of ours while people ask, so that a delay of ours of 100 ms counts as ${(f.rate / 10).toFixed(1)} s; the harness itself lagged by up to ${f.resolution_s} s (99 of 100). ${f.real_s} s of real time.`,
  );
  return `<footer>${lines.map((line) => `<p>${line}</p>`).join('')}<p>The policy of the day stands in memory: no database, no work but sending. Its waits are those of its queue and of the carriers alone.</p><p>Scenario, people and the policy of the day: replay/scenarios, replay/people, replay/policy-of-the-day.</p></footer>`;
}
