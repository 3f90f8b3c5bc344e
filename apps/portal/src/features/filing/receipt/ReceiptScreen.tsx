import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@sampai/ui/Button';
import { Card } from '@sampai/ui/Card';
import { Details } from '@sampai/ui/Details';
import { CheckIcon } from '@sampai/ui/icons';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { Summary } from '@sampai/ui/Summary';
import { Link } from '@tanstack/react-router';
import { ChannelOffersDocument, type ReturnViewFragment } from '../../../generated/filing.ts';
import { inFours, moment, rupiah } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { Screen as Page } from '../../../lib/Screen.tsx';
import { filing as en } from '../../../locales/en/filing.ts';
import { type FilingTexts, filing as id } from '../../../locales/id/filing.ts';
import { AnswersCard } from '../draft/AnswersCard.tsx';
import { formName } from '../draft/nameOf.ts';
import { RunningSums } from '../draft/RunningSums.tsx';

type Stored = ReturnViewFragment;

/** The proof that the return arrived (BPE); the same page whenever it is opened again. */
export function ReceiptScreen({ stored }: { stored: Stored }) {
  const t = useTexts({ id, en });
  const { receipt, outcome, balance, facts, figures, taxYear } = stored;
  if (receipt === null) throw new Error('a submitted return has no receipt');
  return (
    <Page
      title={t.receipt.title}
      lead={t.receipt.lead(formName(stored.form, t), taxYear)}
      aside={
        <RunningSums
          title={t.sums.final}
          taxYear={taxYear}
          facts={facts}
          figures={figures}
          outcome={outcome}
          balance={balance}
        />
      }
    >
      <Particulars stored={stored} receipt={receipt} />
      <Actions>
        <a href={receipt.pdfUrl} className={buttonLook('primary')}>
          {t.receipt.pdf}
        </a>
        <Link to="/" className={buttonLook('secondary')}>
          {t.home}
        </Link>
      </Actions>
      {outcome === 'UNDERPAID' || outcome === 'OVERPAID' ? (
        <Note title={`${t.receipt.nextTitle}: ${t.outcome[outcome].name.toLowerCase()} ${amount(stored)}`}>
          {outcome === 'UNDERPAID' ? t.receipt.underpaidNext(amount(stored)) : t.outcome.OVERPAID.next}
        </Note>
      ) : null}
      <section className="flex flex-col gap-1" aria-labelledby="verify-title">
        <h2 id="verify-title" className="text-lg font-semibold">
          {t.receipt.verifyTitle}
        </h2>
        <p className="text-ink-2">{t.receipt.verifyBody}</p>
        <p>
          <Link to="/verify" search={{ number: receipt.number }} className="link">
            {t.receipt.verify}
          </Link>
        </p>
        <div className="mt-2">
          <Details summary={t.receipt.digest}>
            <p>{t.receipt.digestBody}</p>
            <p className="mt-1.5 font-semibold break-all text-ink select-all">{receipt.digest}</p>
          </Details>
        </div>
      </section>
      <section className="flex flex-col gap-4" aria-labelledby="content-title">
        <h2 id="content-title" className="text-lg font-semibold">
          {t.receipt.content}
        </h2>
        {(['A', 'B', 'C'] as const).map((section) => (
          <AnswersCard key={section} section={section} facts={facts} />
        ))}
      </section>
    </Page>
  );
}

function Particulars({ stored, receipt }: { stored: Stored; receipt: NonNullable<Stored['receipt']> }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const { outcome, taxYear, amendment } = stored;
  const name = outcome === null ? '' : t.outcome[outcome].name;
  return (
    <Card>
      <p className="flex items-center gap-2.5 text-sm text-ink-2">
        <span className="grid size-6 shrink-0 place-items-center rounded-full bg-sirih text-white">
          <CheckIcon className="size-3.5" />
        </span>
        {t.receipt.number}
      </p>
      <p className="mt-1.5 text-xl font-bold break-words select-all">{inFours(receipt.number)}</p>
      <div className="mt-3 border-t border-line">
        <Summary
          rows={[
            { id: 'at', label: t.receipt.rows.at, value: moment(receipt.submittedAt, locale) },
            { id: 'form', label: t.receipt.rows.form, value: formName(stored.form, t) },
            { id: 'year', label: t.receipt.rows.year, value: taxYear },
            {
              id: 'status',
              label: t.receipt.rows.status,
              value: amendment === 0 ? t.receipt.original : t.amendment(amendment),
            },
            {
              id: 'outcome',
              label: t.receipt.rows.outcome,
              value: outcome === 'NIL' ? name : `${name} ${amount(stored)}`,
            },
          ]}
        />
      </div>
      <p className="mt-2 text-sm text-ink-2">
        <Mailed returnId={stored.id} t={t} /> {t.receipt.kept}
      </p>
    </Card>
  );
}

/** Where the copy went: the confirmed mailbox, if there is one. */
function Mailed({ returnId, t }: { returnId: string; t: FilingTexts }) {
  const { data } = useQuery(ChannelOffersDocument, { variables: { returnId } });
  if (!data) return null;
  const mailbox = data.channelOffers.find(({ channel }) => channel === 'EMAIL');
  return mailbox ? t.receipt.mailed(mailbox.maskedAddress) : t.receipt.mailedNone;
}

function amount({ balance }: Stored): string {
  return rupiah((balance ?? '0').replace('-', ''));
}
