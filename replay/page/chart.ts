import type { Point } from '../figures/curves.ts';

export type Line = { name: string; className: string; points: Point[] };
export type Tick = { at: number; label: string };
type Axis = { from: number; to: number; log: boolean; ticks: Tick[]; label: string };

const W = 640;
const H = 300;
const LEFT = 46;
const RIGHT = 116;
const TOP = 14;
const BOTTOM = 44;
const LABEL_GAP = 17;

const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Shares from 0 to 1 as lines, each named at its end. */
export function chart(title: string, x: Axis, lines: Line[], marks: Tick[] = []): string {
  const place = (value: number) => {
    const at = x.log
      ? Math.log(value / x.from) / Math.log(x.to / x.from)
      : (value - x.from) / (x.to - x.from);
    return LEFT + Math.min(1, Math.max(0, at)) * (W - LEFT - RIGHT);
  };
  const height = (share: number) => TOP + (1 - share) * (H - TOP - BOTTOM);
  const rows = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line class="grid" x1="${LEFT}" x2="${W - RIGHT}" y1="${height(share)}" y2="${height(share)}"/>` +
      `<text x="${LEFT - 8}" y="${height(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  const columns = x.ticks.map(
    ({ at, label }) =>
      `<line class="tick" x1="${place(at)}" x2="${place(at)}" y1="${TOP}" y2="${H - BOTTOM}"/>` +
      `<text x="${place(at)}" y="${H - BOTTOM + 18}" text-anchor="middle">${safe(label)}</text>`,
  );
  const marked = marks.map(
    ({ at, label }) =>
      `<line class="mark" x1="${place(at)}" x2="${place(at)}" y1="${TOP}" y2="${H - BOTTOM}"/>` +
      `<text class="mark" x="${place(at) + 5}" y="${TOP + 12}">${safe(label)}</text>`,
  );
  const path = ({ points, className }: Line) =>
    `<path class="line ${className}" d="${points
      .map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${place(px).toFixed(1)} ${height(py).toFixed(1)}`)
      .join('')}"/>`;
  return `<figure><figcaption>${safe(title)}</figcaption>
<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="${safe(title)}">
${rows.join('')}${columns.join('')}${marked.join('')}
<text class="axis" x="${(LEFT + W - RIGHT) / 2}" y="${H - 6}" text-anchor="middle">${safe(x.label)}</text>
${lines.map(path).join('')}${names(lines, height)}</svg></figure>`;
}

/** The lines' names at their right ends, moved apart where they would cover each other. */
function names(lines: Line[], height: (share: number) => number): string {
  const ends = lines
    .map((line) => ({ line, y: height(line.points.at(-1)?.[1] ?? 0) }))
    .toSorted((a, b) => a.y - b.y);
  ends.forEach((end, i) => {
    const above = ends[i - 1];
    if (above) end.y = Math.max(end.y, above.y + LABEL_GAP);
  });
  return ends
    .map(
      ({ line, y }) =>
        `<text class="name ${line.className}" x="${W - RIGHT + 8}" y="${y + 4}">${safe(line.name)}</text>`,
    )
    .join('');
}
