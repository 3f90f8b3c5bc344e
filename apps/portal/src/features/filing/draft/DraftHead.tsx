import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { FilingSteps } from '../FilingSteps.tsx';
import { type Screen, stepOf } from '../journey.ts';
import { nameOf } from './nameOf.ts';
import type { OpenReturn } from './openReturn.ts';
import { SavedMark } from './SavedMark.tsx';

/** Above the title of every screen of a draft: which return this is, whether it is saved, and how far one is. */
export function DraftHead({ open, screen }: { open: OpenReturn; screen: Screen }) {
  const t = useTexts({ id, en });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-2">{nameOf(open.stored, t)}</p>
        <SavedMark open={open} />
      </div>
      <FilingSteps at={stepOf(screen)} returnId={open.stored.id} />
    </div>
  );
}
