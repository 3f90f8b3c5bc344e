import type { FormFinding } from '@sampai/tax-forms';
import { FORM_NAMES, rupiah } from './documents/receipt-facts.ts';
import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';

/** The sentences of the codes this module owns, by language. */
export const filingErrors = { id: errorsId, en: errorsEn };

/** The sentence of a finding, with what it names filled in: a limit in rupiah, a form as people write it. */
export function sentenceOf({ code, data }: Pick<FormFinding, 'code' | 'data'>, locale: 'id' | 'en'): string {
  return filingErrors[locale][code].replace(/\{(\w+)\}/g, (_, name: string) =>
    shown(name, data?.[name] ?? ''),
  );
}

function shown(name: string, value: string): string {
  if (name === 'limit') return rupiah(BigInt(value));
  return Object.entries(FORM_NAMES).find(([code]) => code === value)?.[1] ?? value;
}
