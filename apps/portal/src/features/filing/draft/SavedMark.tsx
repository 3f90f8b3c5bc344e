import { Button } from '@sampai/ui/Button';
import { AlertIcon, CheckIcon, CloudOffIcon } from '@sampai/ui/icons';
import { useEffect, useRef, useState } from 'react';
import { until } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { serverNow } from '../../../lib/serverClock.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import type { OpenReturn } from './openReturn.ts';

/** After this a save is called slow, in milliseconds. */
const SLOW_AFTER = 3000;

/** Whether what is typed is safe, and since when. In sight on every screen. */
export function SavedMark({ open: { keeper, state } }: { open: OpenReturn }) {
  const t = useTexts({ id, en }).saved;
  const locale = useLocale();
  const { saving, draft } = state;
  const isSlow = useLasts(saving === 'saving', SLOW_AFTER);
  const isCare = saving === 'offline' || saving === 'failed' || saving === 'clash' || saving === 'refused';
  const words = {
    saved: t.at(until(draft.kept.savedAt, serverNow(), locale)),
    unsaved: t.saving,
    saving: isSlow ? t.slow : t.saving,
    ...{ offline: t.offline, failed: t.failed, clash: t.clash, refused: t.refused },
  }[saving];

  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
      <p
        className={
          isCare
            ? 'flex items-center gap-1.5 rounded-full bg-kunyit-wash px-3 py-1 text-sm font-semibold text-kunyit-deep'
            : saving === 'saved'
              ? 'flex items-center gap-1.5 text-sm font-medium text-sirih'
              : 'flex items-center gap-1.5 text-sm text-ink-2'
        }
      >
        {saving === 'saved' ? <CheckIcon className="size-4.5 shrink-0" /> : null}
        {saving === 'offline' ? <CloudOffIcon className="size-4.5 shrink-0" /> : null}
        {isCare && saving !== 'offline' ? <AlertIcon className="size-4.5 shrink-0" /> : null}
        {words}
      </p>
      {saving === 'failed' ? (
        <Button kind="quiet" onPress={() => keeper.flush()}>
          {t.now}
        </Button>
      ) : null}
      <Spoken saving={saving} />
    </div>
  );
}

/** Screen readers hear of trouble and of its end, not of every save. */
function Spoken({ saving }: Pick<OpenReturn['state'], 'saving'>) {
  const t = useTexts({ id, en }).saved;
  const wasTrouble = useRef(false);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (saving === 'offline' || saving === 'failed') {
      wasTrouble.current = true;
      setWords(saving === 'offline' ? t.offlineSpoken : t.failedSpoken);
    } else if (saving === 'saved' && wasTrouble.current) {
      wasTrouble.current = false;
      setWords(t.again);
    }
  }, [saving, t]);
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  );
}

/** Whether something has been so for at least so many milliseconds. */
function useLasts(isSo: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => clearTimeout(timer);
  }, [isSo, milliseconds]);
  return lasts;
}
