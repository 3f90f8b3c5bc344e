import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { AmountField } from '../draft/AmountField.tsx';
import { fieldsOf } from '../draft/findings.ts';
import type { OpenReturn } from '../draft/openReturn.ts';
import { SectionScreen } from '../draft/SectionScreen.tsx';

/** Part C: totals of what one has and owes. */
export function AssetsScreen({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  return (
    <SectionScreen
      open={open}
      screen="assets"
      section="C"
      title={t.assets.title}
      lead={`${t.assets.lead(open.stored.taxYear)} ${t.optional}`}
      submitLabel={t.assets.submit}
    >
      {(isAsked) =>
        fieldsOf('C').map((field) => <AmountField key={field} open={open} field={field} isAsked={isAsked} />)
      }
    </SectionScreen>
  );
}
