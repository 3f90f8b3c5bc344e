import type { ReactNode, Ref } from 'react';
import { cx } from './cx.ts';

/** The wordmark: the dot is the last station. */
export function Wordmark({ suffix }: { suffix?: string }) {
  return (
    <span className="text-xl font-extrabold tracking-[-0.04em] text-laut-deep">
      sampai<span className="text-kunyit">.</span>
      {suffix ? <span className="font-semibold"> {suffix}</span> : null}
    </span>
  );
}

/** First stop of the Tab key: past the header to the work. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#work"
      className="absolute -top-20 left-4 z-50 rounded-md bg-laut px-4 py-2.5 font-semibold text-white focus:top-3"
    >
      {children}
    </a>
  );
}

export function Header({ brand, children }: { brand: ReactNode; children?: ReactNode }) {
  return (
    <header className="border-b border-line bg-card">
      <div className="mx-auto flex min-h-16 max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-2">
        {brand}
        <div className="flex flex-wrap items-center gap-2">{children}</div>
      </div>
    </header>
  );
}

/** Header, work, footer; the footer stays at the foot of a short page. */
export function Shell({
  header,
  band,
  children,
  footer,
}: {
  header: ReactNode;
  band?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      {header}
      {band}
      <main id="work" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-5 pt-9 pb-20 outline-none">
        {children}
      </main>
      {footer ? (
        <footer className="border-t border-line text-sm text-ink-2">
          <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-1 px-5 py-4">
            {footer}
          </div>
        </footer>
      ) : null}
    </div>
  );
}

/** One column of work; `aside` stands at its right and stays in sight, under it on a narrow screen. */
export function Columns({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  if (!aside) return <div className="flex max-w-measure flex-col gap-7">{children}</div>;
  return (
    <div className="grid items-start gap-x-10 gap-y-8 md:grid-cols-[minmax(0,1fr)_minmax(17rem,21.5rem)]">
      <div className="flex min-w-0 max-w-measure flex-col gap-7">{children}</div>
      <div className="min-w-0 md:sticky md:top-6">{aside}</div>
    </div>
  );
}

export type TitleProps = {
  children: ReactNode;
  /** What this page asks or says, in one or two sentences. */
  lead?: ReactNode;
  headingRef?: Ref<HTMLHeadingElement>;
  className?: string;
};

/** The one h1. It can take the focus, so that a new screen is read from its heading on. */
export function Title({ children, lead, headingRef, className }: TitleProps) {
  return (
    <div className={cx('max-w-measure', className)}>
      <h1 ref={headingRef} tabIndex={-1} className="text-2xl font-bold">
        {children}
      </h1>
      {lead ? <p className="mt-2 text-ink-2">{lead}</p> : null}
    </div>
  );
}

/** Actions at the end of a form, the primary one first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
