import type { FilingTexts } from '../../../locales/id/filing.ts';
import { answerIn } from './merge.ts';
import type { OpenReturn } from './openReturn.ts';

/** Where an answer came from, as long as it stands as the authority filled it in. */
export function originOf(
  field: string,
  { stored: { slips }, state: { draft } }: Pick<OpenReturn, 'stored' | 'state'>,
  t: FilingTexts,
): string | undefined {
  const { kept, facts } = draft;
  if (!kept.prefilled.includes(field) || answerIn(facts, field) !== answerIn(kept.facts, field))
    return undefined;
  return slips.length > 1 && field !== 'ptkp' ? t.origin.several(slips.length) : t.origin.one;
}
