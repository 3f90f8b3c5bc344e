import { isReliefStatus, partsOfStatus } from '@sampai/tax-forms';
import type { FilingTexts } from '../../../locales/id/filing.ts';
import { plain } from '../amounts.ts';

/** A family status in words: "Kawin, 2 tanggungan". */
export function statusInWords(status: string, t: FilingTexts): string {
  if (!isReliefStatus(status)) return status;
  const { marital, dependants } = partsOfStatus(status);
  return `${t.ptkp.marital[marital]}, ${t.ptkp.dependants(dependants)}`;
}

/** An answer as it is read back to the person; nothing for no answer. */
export function shown(field: string, answer: string, t: FilingTexts): string {
  if (answer === '') return '';
  return field === 'ptkp' ? `${statusInWords(answer, t)} (${answer})` : `Rp${plain(answer)}`;
}
