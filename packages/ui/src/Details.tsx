import type { ReactNode } from 'react';
import { ChevronIcon } from './icons.tsx';

/** More for who wants it: where a figure comes from, what to do if. The browser's own disclosure, no script. */
export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group max-w-measure text-sm">
      <summary className="link inline-flex min-h-8 cursor-pointer list-none items-center gap-1 font-medium [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronIcon className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="mt-1.5 text-ink-2">{children}</div>
    </details>
  );
}
