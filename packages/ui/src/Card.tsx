import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** A surface on the paper. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <section className={cx('rounded-lg border border-line bg-card p-6 shadow-lift sm:p-7', className)}>
      {children}
    </section>
  );
}

export function CardTitle({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <h2 id={id} className="text-lg font-semibold">
      {children}
    </h2>
  );
}
