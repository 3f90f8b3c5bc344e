import type { Facts, FieldSpec, Form } from './form.ts';
import { answerTo } from './read-facts.ts';
import { readAmount } from './rupiah.ts';

/**
 * The one text that stands for what a return says, for a digest over it: the form's fields in the form's
 * order, defaults filled in, numbers without leading zeros. Answers that mean the same give the same text;
 * a change of this rule needs a new name in its first place, so that older digests can still be checked.
 */
export function canonicalContent(form: Form, amendment: number, facts: Facts): string {
  const answers = form.fields.map((field) => [field.code, canonicalAnswer(field, facts)]);
  return JSON.stringify(['sampai/return/1', form.code, form.taxYear, amendment, answers]);
}

/** The answers as they are kept: only the form's own fields that were answered, numbers without leading zeros. */
export function canonicalFacts(fields: readonly FieldSpec[], facts: Facts): Facts {
  const answered = fields.filter(({ code }) => answerTo(code, facts) !== undefined);
  return Object.fromEntries(answered.map((field) => [field.code, canonicalAnswer(field, facts) ?? '']));
}

function canonicalAnswer(field: FieldSpec, facts: Facts): string | null {
  const text = answerTo(field.code, facts) ?? field.default;
  if (text === undefined) return null;
  const amount = field.kind === 'money' ? readAmount(text) : text;
  return typeof amount === 'bigint' ? amount.toString() : text;
}
