import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { CloudOffIcon } from './icons.tsx';
import { Note } from './Note.tsx';

/** Nobody is left looking at grey bars for longer than this without being told, in milliseconds. */
export const SLOW_AFTER = 3000;

export type LoadingViewProps = {
  /** Heard by screen readers at once: "Memuat SPT Anda". */
  label: string;
  /** Shown and heard when it takes longer than SLOW_AFTER. */
  slow: string;
  /** The skeleton. */
  children: ReactNode;
};

export function LoadingView({ label, slow, children }: LoadingViewProps) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <p role="status" className={isSlow ? 'text-sm text-ink-2' : 'sr-only'}>
        {isSlow ? slow : label}
      </p>
      {children}
    </div>
  );
}

export type EmptyViewProps = { title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: says what will be here and how it comes. */
export function EmptyView({ title, children, action }: EmptyViewProps) {
  return (
    <div className="max-w-measure rounded-lg border border-dashed border-field px-6 py-7">
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mt-1 text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}

export type ErrorViewProps = {
  title: string;
  children: ReactNode;
  retry?: { label: string; onPress: () => void; isPending?: boolean };
  /** The incident id to read to an agent, with its label: "Nomor kejadian". */
  incident?: { label: string; id: string } | undefined;
};

/** Something failed on our side. Says what is safe, offers one way on, gives the number an agent can look up. */
export function ErrorView({ title, children, retry, incident }: ErrorViewProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-4">
      <Note tone="refused" title={title}>
        {children}
        {incident ? (
          <p className="mt-2">
            {incident.label}: <code className="font-semibold break-all select-all">{incident.id}</code>
          </p>
        ) : null}
      </Note>
      {retry ? (
        <Button kind="secondary" onPress={retry.onPress} isPending={retry.isPending ?? false}>
          {retry.label}
        </Button>
      ) : null}
    </div>
  );
}

/** A band over the page while the browser has no network; what is on the screen stays. */
export function OfflineBand({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="bg-kunyit-wash text-sm">
      <div className="mx-auto flex max-w-page items-center gap-2.5 px-5 py-2.5 font-medium text-kunyit-deep">
        <CloudOffIcon className="size-5 shrink-0" />
        <p>{children}</p>
      </div>
    </div>
  );
}
