import type { Facts, Outcome } from '@sampai/tax-forms';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Details } from '@sampai/ui/Details';
import { Summary } from '@sampai/ui/Summary';
import { rupiah } from '../../../lib/format.ts';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { lessThan, plain } from '../amounts.ts';
import { answerIn } from './merge.ts';

export type RunningSumsProps = {
  /** "Hitungan sementara" while it may change. */
  title: string;
  taxYear: number;
  facts: Facts;
  figures: Facts;
  outcome: Outcome | null;
  /** Digits of whole rupiah with an optional minus; null until computable. */
  balance: string | null;
};

/** From gross income to the outcome, one line each, as on the form. */
export function RunningSums({ title, taxYear, facts, figures, outcome, balance }: RunningSumsProps) {
  const t = useTexts({ id, en });
  const answer = (field: string) => answerIn(facts, field);
  const figure = (code: string) => answerIn(figures, code);
  const open = <span className="font-normal text-ink-2">–</span>;
  const status = answer('ptkp');
  return (
    <Card>
      <CardTitle>{title}</CardTitle>
      <div className="mt-2 text-sm">
        <Summary
          rows={[
            { id: 'A1', label: t.sums.A1, value: answer('A1') === '' ? open : plain(answer('A1')) },
            { id: 'A2', label: t.sums.A2, value: lessThan(answer('A2')) },
            {
              id: 'A3',
              label: (
                <>
                  {t.sums.A3} <span className="text-ink-2">{status}</span>
                </>
              ),
              value: figure('A3') === '' ? open : lessThan(figure('A3')),
            },
            {
              id: 'A4',
              label: t.sums.A4,
              value: figure('A4') === '' ? open : plain(figure('A4')),
              strong: true,
            },
            { id: 'A5', label: t.sums.A5, value: figure('A5') === '' ? open : plain(figure('A5')) },
            { id: 'A6', label: t.sums.A6, value: lessThan(answer('A6')) },
          ]}
        />
      </div>
      <div className="mt-2 border-t border-line pt-4">
        <p className="text-ink-2">{t.sums.outcome}</p>
        {outcome === null || balance === null ? (
          <>
            <p className="text-lg font-semibold">{t.sums.open}</p>
            <p className="mt-1 text-sm text-ink-2">{t.sums.openBody}</p>
          </>
        ) : (
          <>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-xl font-bold">
              <span>{t.outcome[outcome].name}</span>
              {outcome === 'NIL' ? null : <span>{rupiah(balance.replace('-', ''))}</span>}
            </p>
            <p className="mt-1 text-sm text-ink-2">{t.outcome[outcome].short}</p>
          </>
        )}
        <div className="mt-3">
          <Details summary={t.sums.how}>
            <ul className="flex flex-col gap-1.5">
              {t.sums.howBody(taxYear).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Details>
        </div>
      </div>
    </Card>
  );
}
