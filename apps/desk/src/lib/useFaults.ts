import { useState } from 'react';
import { type Sentence, useLocale } from './locale.ts';

type Fault<Field extends string> = { field?: Field | undefined; message: Sentence };

/** What a form has against going on, in the language of the switch. `ids` names the control of each field, so that the summary can link to it. */
export function useFaults<Field extends string>(ids: Record<Field, string>) {
  const [state, setState] = useState<{ attempt: number; faults: readonly Fault<Field>[] }>({
    attempt: 0,
    faults: [],
  });
  const locale = useLocale();
  const shown = state.faults.flatMap(({ field, message }) => {
    const words = message(locale);
    return words === undefined ? [] : [{ field, message: words }];
  });

  return {
    show: (faults: readonly Fault<Field>[]) => setState(({ attempt }) => ({ attempt: attempt + 1, faults })),
    clear: () => setState(({ attempt }) => ({ attempt, faults: [] })),
    of: (field: Field) => shown.find((fault) => fault.field === field)?.message,
    summary: {
      attempt: state.attempt,
      faults: shown.map((fault) => ({
        fieldId: fault.field === undefined ? undefined : ids[fault.field],
        message: fault.message,
      })),
    },
  };
}
