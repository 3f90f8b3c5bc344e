import { isError } from '@sampai/tax-forms';
import { Button } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { Link } from '@tanstack/react-router';
import { date, rupiah } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { Screen as Page } from '../../../lib/Screen.tsx';
import { serverNow } from '../../../lib/serverClock.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { isPast } from '../days.ts';
import { AnswersCard } from '../draft/AnswersCard.tsx';
import { DraftHead } from '../draft/DraftHead.tsx';
import { idOf, isField, screenOf, sentenceOf } from '../draft/findings.ts';
import { LiveSums } from '../draft/LiveSums.tsx';
import { OtherWindow } from '../draft/OtherWindow.tsx';
import { isComplete, type OpenReturn } from '../draft/openReturn.ts';
import { originOf } from '../draft/originOf.ts';

const sections = [
  ['A', 'income'],
  ['B', 'final-income'],
  ['C', 'assets'],
] as const;

/** Everything that will be sent, read back, with what it comes to and what comes next. */
export function ReviewScreen({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  const params = (screen: (typeof sections)[number][1]) => ({ returnId: open.stored.id, screen });
  return (
    <Page
      title={t.review.title}
      lead={t.review.lead}
      before={<DraftHead open={open} screen="review" />}
      aside={<LiveSums open={open} />}
    >
      <OtherWindow open={open} />
      <Findings open={open} severity="ERROR" />
      <Findings open={open} severity="WARNING" />
      <OutcomeNote open={open} />
      <div className="flex flex-col gap-4">
        {sections.map(([section, screen]) => (
          <AnswersCard
            key={section}
            section={section}
            facts={open.state.draft.facts}
            origin={(field) => originOf(field, open, t)}
            action={
              <Link
                to="/filing/$returnId/$screen"
                params={params(screen)}
                className="link inline-flex min-h-6 items-center text-sm"
                aria-label={t.review.changeOf(t.review.sections[section])}
              >
                {t.change}
              </Link>
            }
          />
        ))}
      </div>
      <Actions>
        <Button isDisabled={!isComplete(open.live)} onPress={() => open.go('continued')}>
          {isComplete(open.live) ? t.review.submit : t.review.submitLater}
        </Button>
        <Button kind="secondary" onPress={() => open.go('wentBack')}>
          {t.back}
        </Button>
      </Actions>
    </Page>
  );
}

/** What stops the return, or asks for a second look; each leads to its field on its screen. */
function Findings({ open, severity }: { open: OpenReturn; severity: 'ERROR' | 'WARNING' }) {
  const t = useTexts({ id, en });
  const found = open.live.findings.filter((finding) => isError(finding) === (severity === 'ERROR'));
  if (found.length === 0) return null;
  return (
    <Note
      tone={severity === 'ERROR' ? 'refused' : 'care'}
      title={severity === 'ERROR' ? t.review.incomplete(found.length) : t.review.look}
    >
      <ul className="flex flex-col gap-1">
        {found.map((finding) => (
          <li key={`${finding.field} ${finding.code}`}>
            {isField(finding.field) ? (
              <Link
                to="/filing/$returnId/$screen"
                params={{ returnId: open.stored.id, screen: screenOf(finding.field) }}
                hash={idOf(finding.field)}
                className="link"
              >
                {sentenceOf(finding, t)}
              </Link>
            ) : (
              sentenceOf(finding, t)
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** The outcome in words, and what it means next. */
function OutcomeNote({ open: { live, stored } }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const { outcome, balance } = live;
  if (outcome === null || balance === null || !isComplete(live)) return null;
  const { name, short } = t.outcome[outcome];
  const due = date(stored.dueOn, locale);
  const isLate = isPast(stored.dueOn, serverNow());
  const { next, nextLate } = t.outcome.UNDERPAID;
  const after = outcome === 'UNDERPAID' ? (isLate ? nextLate : next)(due) : t.outcome[outcome].next;
  const amount = outcome === 'NIL' ? '' : ` ${rupiah(String(balance).replace('-', ''))}`;
  return (
    <Note tone={outcome === 'UNDERPAID' ? 'care' : 'info'} title={`${name}${amount}. ${short}`}>
      <p>{after}</p>
      {isLate ? <p className="mt-1.5">{t.review.late(due)}</p> : null}
    </Note>
  );
}
