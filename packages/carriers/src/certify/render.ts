import type { Criterion, Report } from './report.ts';

const MARKS = { pass: '✓', fail: '✗', 'not observable': '–' };

/** The report as a person reads it (Markdown). */
export function renderReport(report: Report): string {
  const { route, kind, lanes, startedAt, endedAt, criteria, passing, digest } = report;
  const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const row = ({ id, required, verdict, why, figures = {} }: Criterion) => {
    const numbers = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
    const said = [why, numbers.join(', ')].filter(Boolean).map(cell).join(' · ');
    return `| ${MARKS[verdict]} ${verdict} | ${id}${required ? ' (required)' : ''} | ${said} |`;
  };
  return [
    `# Carrier ${route}: ${passing ? 'passes' : 'does not pass'}`,
    '',
    `${kind.toUpperCase()}, lanes ${lanes.join(', ')}; ${startedAt} to ${endedAt}.`,
    '',
    '| verdict | criterion | why |',
    '|---|---|---|',
    ...criteria.map(row),
    '',
    'Only what is required decides. What a carrier did not show is not observable, and no pass.',
    '',
    `Digest \`${digest}\``,
    '',
  ].join('\n');
}
