import { Columns } from '@sampai/ui/Page';
import { Skeleton } from '@sampai/ui/Skeleton';
import { ErrorView, LoadingView } from '@sampai/ui/StateViews';
import { type ReactNode, useEffect } from 'react';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';
import { useTexts } from './locale.ts';
import { Screen, useTitle } from './Screen.tsx';
import { asTrouble } from './trouble.ts';

/** While data is on its way: the shape of what comes, and after three seconds a word about it. */
export function Loading({ children }: { children?: ReactNode }) {
  const t = useTexts({ id, en });
  return (
    <LoadingView label={t.loading} slow={t.slow}>
      {children ?? (
        <div className="flex max-w-measure flex-col gap-3">
          <Skeleton className="h-9 w-3/4" />
          <Skeleton className="h-5 w-full" />
          <Skeleton className="h-5 w-5/6" />
          <Skeleton className="mt-4 h-12 w-72" />
        </div>
      )}
    </LoadingView>
  );
}

export type TroubleViewProps = { error: unknown; onRetry?: () => void; isRetrying?: boolean };

/** What went wrong that nobody in front of the screen caused, with the number an agent can look up. */
export function TroubleView({ error, onRetry, isRetrying = false }: TroubleViewProps) {
  const t = useTexts({ id, en });
  const { kind, incidentId } = asTrouble(error);

  // Who waits for the network need not press: we try again when it is back.
  useEffect(() => {
    if (kind !== 'offline' || !onRetry) return;
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [kind, onRetry]);

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

/** A whole page on its way: it has a name already. */
export function LoadingScreen({ before }: { before?: ReactNode }) {
  const t = useTexts({ id, en });
  useTitle(t.loading);
  return (
    <Columns>
      {before}
      <h1 className="sr-only">{t.loading}</h1>
      <Loading />
    </Columns>
  );
}

/** A whole page that could not be opened. */
export function TroubleScreen({ before, ...trouble }: TroubleViewProps & { before?: ReactNode }) {
  const t = useTexts({ id, en });
  return (
    <Screen title={t.troubleTitle} before={before}>
      <TroubleView {...trouble} />
    </Screen>
  );
}
