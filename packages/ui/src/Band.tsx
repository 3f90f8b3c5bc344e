import type { ReactNode } from 'react';

export type BandProps = {
  /** What it is, for who jumps from landmark to landmark: "Perawatan". */
  label: string;
  icon: ReactNode;
  children: ReactNode;
};

/** A band over the page, for what concerns everybody on it. */
export function Band({ label, icon, children }: BandProps) {
  return (
    <section aria-label={label} className="border-b border-line bg-kunyit-wash text-sm text-ink">
      <div className="mx-auto flex max-w-page items-start gap-2.5 px-5 py-2.5">
        <span className="text-kunyit-deep">{icon}</span>
        {children}
      </div>
    </section>
  );
}
