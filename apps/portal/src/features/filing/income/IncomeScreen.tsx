import { Details } from '@sampai/ui/Details';
import { Note } from '@sampai/ui/Note';
import { Link } from '@tanstack/react-router';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { AmountField } from '../draft/AmountField.tsx';
import type { OpenReturn } from '../draft/openReturn.ts';
import { SectionScreen } from '../draft/SectionScreen.tsx';
import { StatusField } from '../draft/StatusField.tsx';

/** Part A: what was earned, taken off and withheld. */
export function IncomeScreen({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const { slips, taxYear } = open.stored;
  const withholders = [...new Set(slips.map(({ withholder }) => withholder))];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(withholders);
  const isAbove = open.settled.findings.some(({ code }) => code === 'GROSS_ABOVE_LIMIT');
  const again = (
    <Link
      to="/filing/new/$screen"
      params={{ screen: 'business' }}
      search={{ year: taxYear }}
      className="link inline-flex min-h-6 items-center font-medium"
    >
      {t.income.again}
    </Link>
  );

  return (
    <SectionScreen
      open={open}
      screen="income"
      section="A"
      title={t.income.title}
      lead={slips.length === 0 ? t.income.lead : t.income.leadFilled(list)}
      submitLabel={t.income.submit}
      hasBack={false}
      note={
        <>
          {withholders.length > 1 ? (
            <Note title={t.income.severalTitle(withholders.length)}>
              {t.income.severalBody} {again}
            </Note>
          ) : null}
          {slips.length === 0 ? null : (
            <div className="-mt-5">
              <Details summary={t.origin.numbers}>
                <ul>
                  {slips.map(({ number, withholder }) => (
                    <li key={`${withholder} ${number}`}>
                      {withholder}: {number}
                    </li>
                  ))}
                </ul>
              </Details>
            </div>
          )}
        </>
      }
    >
      {(isAsked) => (
        <>
          <div className="flex flex-col gap-2">
            <AmountField open={open} field="A1" isAsked={isAsked} />
            {isAbove ? <p className="text-sm">{again}</p> : null}
          </div>
          <AmountField open={open} field="A2" isAsked={isAsked} />
          <StatusField open={open} isAsked={isAsked} />
          <AmountField open={open} field="A6" isAsked={isAsked} />
        </>
      )}
    </SectionScreen>
  );
}
