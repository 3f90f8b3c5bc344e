import { EmptyView } from '@sampai/ui/StateViews';
import { useState } from 'react';
import { TroubleView } from '../../../lib/states.tsx';
import { useDeskTexts } from '../texts.ts';
import { LookSkeleton } from './LookSkeleton.tsx';
import { LookUpForm } from './LookUpForm.tsx';
import { LookView } from './LookView.tsx';
import { forgetLook, storedLook, storeLook } from './storedLook.ts';

type Shown =
  | { is: 'nobody' }
  /** Said at the field; nothing is added here. */
  | { is: 'refused' }
  | { is: 'searching' }
  | { is: 'trouble'; error: unknown }
  | { is: 'look'; id: string; isNew: boolean };

/** The agents' one page: who is calling, and where that caller's code is. */
export function DeskScreen() {
  const t = useDeskTexts().lookUp;
  const [shown, setShown] = useState<Shown>(() => {
    const id = storedLook();
    return id === null ? { is: 'nobody' } : { is: 'look', id, isNew: false };
  });

  const show = (next: Shown) => {
    if (next.is === 'look') storeLook(next.id);
    else forgetLook();
    setShown(next);
  };

  return (
    <div className="flex flex-col gap-5">
      <h1 className="sr-only">{t.title}</h1>
      <LookUpForm
        onBegin={() => show({ is: 'searching' })}
        onFound={(id) => show({ is: 'look', id, isNew: true })}
        onRefused={() => show({ is: 'refused' })}
        onTrouble={(error) => show({ is: 'trouble', error })}
      />
      {shown.is === 'searching' ? <LookSkeleton /> : null}
      {shown.is === 'look' ? <LookView key={shown.id} id={shown.id} isNew={shown.isNew} /> : null}
      {shown.is === 'trouble' ? <TroubleView error={shown.error} /> : null}
      {shown.is === 'nobody' ? <EmptyView title={t.empty}>{t.emptyBody}</EmptyView> : null}
    </div>
  );
}
