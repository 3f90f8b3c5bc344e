import { useState } from 'react';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';
import { type Sentence, said, useLocale, useTexts } from './locale.ts';
import type { Refusal } from './refusal.ts';

/** Refused for now, whatever was entered: there is nothing to correct. */
const NOT_NOW: readonly Refusal['code'][] = ['MAINTENANCE', 'RATE_LIMITED'];

export type Fault<Field extends string> = { field?: Field | undefined; message: Sentence };

/**
 * What a form has against going on, in the language of the switch. `ids` names the control of each field, so that the
 * summary can link to it and a refusal of the API ("field: input.efin") finds its place.
 */
export function useFaults<Field extends string>(ids: Record<Field, string>) {
  const [state, setState] = useState<{
    attempt: number;
    faults: readonly Fault<Field>[];
    isNotNow: boolean;
  }>({ attempt: 0, faults: [], isNotNow: false });
  const t = useTexts({ id, en });
  const locale = useLocale();
  const shown = state.faults.flatMap(({ field, message }) => {
    const words = message(locale);
    return words === undefined ? [] : [{ field, message: words }];
  });

  const show = (faults: readonly Fault<Field>[], isNotNow = false) =>
    setState(({ attempt }) => ({ attempt: attempt + 1, faults, isNotNow }));

  return {
    show: (faults: readonly Fault<Field>[]) => show(faults),
    clear: () => setState(({ attempt }) => ({ attempt, faults: [], isNotNow: false })),
    /** A refusal stands at its field when it names one of ours, else in the summary alone. */
    refuse: (refusal: Refusal) =>
      show(
        [{ field: fieldOf(refusal.field, Object.keys(ids) as Field[]), message: said(refusal.message) }],
        NOT_NOW.includes(refusal.code),
      ),
    of: (field: Field) => shown.find((fault) => fault.field === field)?.message,
    summary: {
      ...(state.isNotNow ? { title: t.notNow } : {}),
      attempt: state.attempt,
      faults: shown.map((fault) => ({
        fieldId: fault.field === undefined ? undefined : ids[fault.field],
        message: fault.message,
      })),
    },
  };
}

/** Our name for the field that the API names by its path, if it is one of ours. */
function fieldOf<Field extends string>(
  path: string | null | undefined,
  fields: readonly Field[],
): Field | undefined {
  const last = path?.split('.').at(-1);
  return fields.find((field) => field === last);
}
