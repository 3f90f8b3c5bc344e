import type { Criterion, Report } from './report.ts';

const MARKS = { pass: '✓', fail: '✗', 'not observable': '–' };

/** The report as a person reads it (Markdown). */
export function renderReport(report: Report): string {
  const { route, kind, lanes, startedAt, endedAt, criteria, missing, outcome, digest } = report;
  const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const row = ({ id, required, verdict, why, figures = {} }: Criterion) => {
    const numbers = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
    const said = [why, numbers.join(', ')].filter(Boolean).map(cell).join(' · ');
    return `| ${MARKS[verdict]} ${verdict} | ${id}${required ? ' (required)' : ''} | ${said} |`;
  };
  const summary = {
    passes: 'Everything that a carrier is to show was seen.',
    incomplete: `Not shown: ${missing.join(', ')}. Certify so that it is, or approve with a reason for each (--waive).`,
    fails: 'What is required and failed lets nobody in; no reason makes up for it.',
  };
  return [
    `# Carrier ${route}: ${outcome === 'incomplete' ? 'is incomplete' : outcome}`,
    '',
    `${kind.toUpperCase()}, lanes ${lanes.join(', ')}; ${startedAt} to ${endedAt}.`,
    '',
    '| verdict | criterion | why |',
    '|---|---|---|',
    ...criteria.map(row),
    '',
    summary[outcome],
    '',
    `Digest \`${digest}\``,
    '',
  ].join('\n');
}
