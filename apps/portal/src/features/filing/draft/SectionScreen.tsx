import { Button } from '@sampai/ui/Button';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { Screen as Page } from '../../../lib/Screen.tsx';
import { filing as en } from '../../../locales/en/filing.ts';
import { shell as enShell } from '../../../locales/en/shell.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { shell as idShell } from '../../../locales/id/shell.ts';
import type { Screen } from '../journey.ts';
import { DraftHead } from './DraftHead.tsx';
import { faultsIn, type Section } from './findings.ts';
import { LiveSums } from './LiveSums.tsx';
import { focusClashes, OtherWindow } from './OtherWindow.tsx';
import type { OpenReturn } from './openReturn.ts';

/** Going on waits for the save no longer than this, in milliseconds; the save goes on by itself. */
const PATIENCE = 3000;

export type SectionScreenProps = {
  open: OpenReturn;
  screen: Screen;
  section: Section;
  title: string;
  lead: string;
  submitLabel: string;
  hasBack?: boolean;
  /** Between the title and the fields. */
  note?: ReactNode;
  /** The fields, told whether what is missing is to be said. */
  children: (isAsked: boolean) => ReactNode;
};

/**
 * A part of the form: fields, the way on, and the sums beside it. What is wrong stops here, what is only doubtful
 * does not; going on saves, and without a network goes on all the same.
 */
export function SectionScreen(props: SectionScreenProps) {
  const { open, screen, section, hasBack = true, children, note } = props;
  const t = useTexts({ id, en });
  const common = useTexts({ id: idShell, en: enShell });
  const locale = useLocale();
  const [attempt, setAttempt] = useState(0);
  const [isGoing, setGoing] = useState(false);
  useFocusOnField();
  const isAsked = attempt > 0;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isGoing) return;
    if (faultsIn(open.live, section, t).length > 0) return setAttempt(attempt + 1);
    setGoing(true);
    const saving = await Promise.race([open.keeper.flush(), after(PATIENCE)]);
    setGoing(false);
    if (saving === 'clash') focusClashes();
    else if (saving !== 'refused') open.go('continued');
  };

  return (
    <Page
      title={props.title}
      lead={props.lead}
      before={<DraftHead open={open} screen={screen} />}
      aside={<LiveSums open={open} />}
    >
      {isAsked ? (
        <ErrorSummary title={common.faults} attempt={attempt} faults={faultsIn(open.live, section, t)} />
      ) : null}
      {open.state.refusal && open.state.saving === 'refused' ? (
        <Note live tone="refused" title={open.state.refusal.message(locale) ?? t.saved.refused} />
      ) : null}
      <OtherWindow open={open} />
      {note}
      <form noValidate onSubmit={submit} className="flex flex-col gap-7">
        {children(isAsked)}
        <Actions>
          <Button type="submit" isPending={isGoing} pendingLabel={t.saving}>
            {props.submitLabel}
          </Button>
          {hasBack ? (
            <Button kind="secondary" onPress={() => open.go('wentBack')}>
              {t.back}
            </Button>
          ) : null}
        </Actions>
      </form>
    </Page>
  );
}

function after(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** A link to a field of another screen (`…/income#field-A1`) ends in the field, ready to be mended. */
function useFocusOnField(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const field = hash === '' ? null : document.getElementById(hash);
    if (field === null) return;
    field.scrollIntoView({ block: 'center' });
    field.focus();
  }, [hash]);
}
