import { ErrorView, LoadingView } from '@sampai/ui/StateViews';
import type { ReactNode } from 'react';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';
import { useTexts } from './locale.ts';
import { asTrouble } from './trouble.ts';

/** While data is on its way: the shape of what comes, and after three seconds a word about it. */
export function Loading({ label, children }: { label?: string; children: ReactNode }) {
  const t = useTexts({ id, en });
  return (
    <LoadingView label={label ?? t.loading} slow={t.slow}>
      {children}
    </LoadingView>
  );
}

export type TroubleViewProps = { error: unknown; onRetry?: () => void; isRetrying?: boolean };

/** What went wrong that nobody in front of the screen caused, with the number that operations can look up. */
export function TroubleView({ error, onRetry, isRetrying = false }: TroubleViewProps) {
  const t = useTexts({ id, en });
  const { kind, incidentId } = asTrouble(error);
  return (
    <ErrorView
      title={t.trouble[kind].title}
      incident={incidentId === undefined ? undefined : { label: t.incident, id: incidentId }}
      {...(onRetry ? { retry: { label: t.retry, onPress: onRetry, isPending: isRetrying } } : {})}
    >
      <p>{t.trouble[kind].body}</p>
    </ErrorView>
  );
}
