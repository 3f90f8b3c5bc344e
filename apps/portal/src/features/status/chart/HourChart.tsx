import { barsOf, type Hour, reachOf } from './scale.ts';

const WIDTH = 240;
const HEIGHT = 64;
const GAP = 2;

/**
 * One lane's last 24 hours as bars: dark as long as half of the codes took, light as long as 19 in 20 did. Without a
 * bar nothing was measured. Whoever cannot see it gets `label`, and the table beside it.
 */
export function HourChart({ hours, label }: { hours: readonly Hour[]; label: string }) {
  const bars = barsOf(hours, reachOf(hours));
  const step = WIDTH / Math.max(1, bars.length);
  const bar = (at: string, index: number, height: number, className: string) => (
    <rect
      key={`${className} ${at}`}
      x={index * step + GAP / 2}
      y={HEIGHT - Math.max(2, height * HEIGHT)}
      width={step - GAP}
      height={Math.max(2, height * HEIGHT)}
      className={className}
    />
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      className="h-16 w-full"
    >
      {bars.flatMap(({ at, usual, slowest }, index) => [
        ...(slowest === null ? [] : [bar(at, index, slowest, 'fill-slot')]),
        ...(usual === null ? [] : [bar(at, index, usual, 'fill-laut')]),
      ])}
      <line x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} className="stroke-field" strokeWidth="1" />
    </svg>
  );
}
