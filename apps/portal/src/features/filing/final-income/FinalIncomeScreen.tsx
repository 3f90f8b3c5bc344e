import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { AmountField } from '../draft/AmountField.tsx';
import { fieldsOf } from '../draft/findings.ts';
import type { OpenReturn } from '../draft/openReturn.ts';
import { SectionScreen } from '../draft/SectionScreen.tsx';

/** Part B: income that is taxed finally or not at all. */
export function FinalIncomeScreen({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  return (
    <SectionScreen
      open={open}
      screen="final-income"
      section="B"
      title={t.finalIncome.title}
      lead={`${t.finalIncome.lead} ${t.optional}`}
      submitLabel={t.finalIncome.submit}
    >
      {(isAsked) =>
        fieldsOf('B').map((field) => <AmountField key={field} open={open} field={field} isAsked={isAsked} />)
      }
    </SectionScreen>
  );
}
