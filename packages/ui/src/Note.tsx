import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type NoteTone = 'care' | 'info' | 'good' | 'refused';

const tones: Record<NoteTone, string> = {
  care: 'border-kunyit bg-kunyit-wash',
  info: 'border-laut bg-laut-wash',
  good: 'border-sirih bg-sirih-wash',
  refused: 'border-saga bg-saga-wash',
};

export type NoteProps = {
  tone?: NoteTone;
  /** The fact. */
  title: ReactNode;
  /** The reason, or what to do. */
  children?: ReactNode;
  /** Heard at once when it appears: for what happens while somebody waits or after they pressed. */
  live?: boolean;
};

/** Advice: one edge of colour, the fact first, the reason after. One at a time. */
export function Note({ tone = 'care', title, children, live = false }: NoteProps) {
  return (
    <div
      {...(live ? { role: 'status' } : {})}
      className={cx('max-w-measure rounded-r-md border-l-4 px-4 py-3.5', tones[tone])}
    >
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-0.5 text-sm">{children}</div> : null}
    </div>
  );
}
