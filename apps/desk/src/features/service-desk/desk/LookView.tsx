import { Button } from '@sampai/ui/Button';
import { cx } from '@sampai/ui/cx';
import { Note } from '@sampai/ui/Note';
import { clockWithSeconds } from '../../../lib/format.ts';
import { TroubleView } from '../../../lib/states.tsx';
import { useDeskTexts } from '../texts.ts';
import { keyOf, split } from '../token.ts';
import { EarlierTokens } from './EarlierTokens.tsx';
import { IncidentsCard } from './IncidentsCard.tsx';
import { LookSkeleton } from './LookSkeleton.tsx';
import { PersonCard } from './PersonCard.tsx';
import { NoTokenCard, TokenCard } from './TokenCard.tsx';
import { useLook } from './useLook.ts';

/** A taxpayer as one audited look shows them. `isNew`: just looked up, so that reading begins at the name. */
export function LookView({ id, isNew }: { id: string; isNew: boolean }) {
  const t = useDeskTexts().look;
  const { look, error, refresh, isRefreshing } = useLook(id);

  if (look === null) {
    return (
      <Note title={t.over} live>
        {t.overBody}
      </Note>
    );
  }
  if (look === undefined) {
    return error ? (
      <TroubleView error={error} onRetry={refresh} isRetrying={isRefreshing} />
    ) : (
      <LookSkeleton />
    );
  }

  const { taxpayer, readAt, incidents } = look;
  const { current, earlier } = split(taxpayer.tokens);
  const hasAside = earlier.length > 0 || incidents.length > 0;
  const read = clockWithSeconds(readAt);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className={cx('text-sm', error ? 'font-medium text-kunyit-deep' : 'text-ink-2')}>
          {error ? t.lost(read) : t.read(read)}
        </p>
        <Button kind="quiet" onPress={refresh} isPending={isRefreshing} pendingLabel={t.refreshing}>
          {t.refresh}
        </Button>
      </div>
      <div
        className={cx(
          'grid items-start gap-4 md:grid-cols-[18rem_minmax(0,1fr)]',
          hasAside && 'xl:grid-cols-[18rem_minmax(0,1fr)_minmax(18rem,22rem)]',
        )}
      >
        <PersonCard taxpayer={taxpayer} now={readAt} takesFocus={isNew} />
        <div className="flex min-w-0 flex-col gap-4">
          {current.length === 0 ? <NoTokenCard now={readAt} /> : null}
          {current.map((token) => (
            <TokenCard key={keyOf(token)} token={token} now={readAt} />
          ))}
        </div>
        {hasAside ? (
          <div className="flex min-w-0 flex-col gap-4 md:col-start-2 xl:col-start-3 xl:row-start-1">
            {incidents.length > 0 ? <IncidentsCard incidents={incidents} now={readAt} /> : null}
            {earlier.length > 0 ? <EarlierTokens tokens={earlier} now={readAt} /> : null}
          </div>
        ) : null}
      </div>
    </div>
  );
}
