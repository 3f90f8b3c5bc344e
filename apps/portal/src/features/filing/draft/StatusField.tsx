import { RELIEF_STATUSES } from '@sampai/tax-forms';
import { Details } from '@sampai/ui/Details';
import { Select } from '@sampai/ui/Select';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import type { FieldProps } from './AmountField.tsx';
import { findingsAt, idOf } from './findings.ts';
import { answerIn } from './merge.ts';
import { originOf } from './originOf.ts';
import { statusInWords } from './shown.ts';

/** The family status on 1 January, which decides the personal relief. */
export function StatusField({ open, isAsked }: Omit<FieldProps, 'field'>) {
  const t = useTexts({ id, en });
  const { taxYear } = open.stored;
  const { error } = findingsAt(open.settled, 'ptkp', t, isAsked);
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        id={idOf('ptkp')}
        label={t.field.ptkp.label(taxYear)}
        hint={t.field.ptkp.hint(taxYear)}
        placeholder={t.ptkp.choose}
        options={RELIEF_STATUSES.map((status) => ({
          value: status,
          label: statusInWords(status, t),
          short: status,
        }))}
        value={answerIn(open.state.draft.facts, 'ptkp')}
        onChange={(status) => open.keeper.answer('ptkp', status)}
        error={error}
        prefilled={originOf('ptkp', open, t)}
      />
      <Details summary={t.ptkp.help}>{t.ptkp.helpBody}</Details>
    </div>
  );
}
