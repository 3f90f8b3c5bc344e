import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type SummaryRow = {
  id: string;
  label: ReactNode;
  value: ReactNode;
  /** The line that the lines above lead to. */
  strong?: boolean;
};

/** Figures or facts in rows, label left, value right, both readable as one list of pairs. */
export function Summary({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl>
      {rows.map((row) => (
        <div
          key={row.id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2.5 last:border-b-0"
        >
          <dt className={cx(row.strong && 'font-semibold')}>{row.label}</dt>
          <dd className="ml-auto text-right font-semibold">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
