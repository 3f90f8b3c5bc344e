import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'plain' | 'laut' | 'kunyit' | 'sirih' | 'saga';

const tones: Record<Tone, string> = {
  plain: 'bg-idle text-ink-2',
  laut: 'bg-laut-wash text-laut-deep',
  kunyit: 'bg-kunyit-wash text-kunyit-deep',
  sirih: 'bg-sirih-wash text-sirih',
  saga: 'bg-saga-wash text-saga',
};

/** A short mark on something: where it came from, what state it is in. The words carry it, the colour helps. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-sm px-2 py-0.5 text-xs font-semibold whitespace-nowrap',
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
