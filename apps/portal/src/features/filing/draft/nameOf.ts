import type { ReturnViewFragment } from '../../../generated/filing.ts';
import type { FilingTexts } from '../../../locales/id/filing.ts';

/** A form as people write it: "1770 SS". */
export function formName(form: string, t: FilingTexts): string {
  const names: Record<string, string> = t.form;
  return names[form] ?? form;
}

/** "SPT Tahunan 1770 SS · tahun pajak 2024 · Pembetulan ke-1" */
export function nameOf(
  { form, taxYear, amendment }: Pick<ReturnViewFragment, 'form' | 'taxYear' | 'amendment'>,
  t: FilingTexts,
): string {
  const name = t.name(formName(form, t), taxYear);
  return amendment === 0 ? name : `${name} · ${t.amendment(amendment)}`;
}
