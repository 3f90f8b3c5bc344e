import { MoneyField } from '@sampai/ui/MoneyField';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { type FieldCode, filing as id } from '../../../locales/id/filing.ts';
import { findingsAt, idOf } from './findings.ts';
import { answerIn } from './merge.ts';
import type { OpenReturn } from './openReturn.ts';
import { originOf } from './originOf.ts';

export type FieldProps = {
  open: OpenReturn;
  field: FieldCode;
  /** The person wanted to go on: what is missing is said from now on. */
  isAsked: boolean;
};

/** An amount of the form, bound to the draft. */
export function AmountField({ open, field, isAsked }: FieldProps) {
  const t = useTexts({ id, en });
  const words = t.field[field];
  const { taxYear } = open.stored;
  return (
    <MoneyField
      id={idOf(field)}
      label={words.label(taxYear)}
      hint={words.hint(taxYear)}
      value={answerIn(open.state.draft.facts, field)}
      onChange={(digits) => open.keeper.answer(field, digits)}
      // Whoever turns elsewhere, to another window or to sign out, leaves nothing behind that is not saved.
      onBlur={() => open.keeper.flush()}
      prefilled={originOf(field, open, t)}
      {...findingsAt(open.settled, field, t, isAsked)}
    />
  );
}
