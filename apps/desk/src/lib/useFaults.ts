import { useState } from 'react';

type Fault<Field extends string> = { field?: Field | undefined; message: string };

/** What a form has against going on. `ids` names the control of each field, so that the summary can link to it. */
export function useFaults<Field extends string>(ids: Record<Field, string>) {
  const [state, setState] = useState<{ attempt: number; faults: readonly Fault<Field>[] }>({
    attempt: 0,
    faults: [],
  });

  return {
    show: (faults: readonly Fault<Field>[]) => setState(({ attempt }) => ({ attempt: attempt + 1, faults })),
    clear: () => setState(({ attempt }) => ({ attempt, faults: [] })),
    of: (field: Field) => state.faults.find((fault) => fault.field === field)?.message,
    summary: {
      attempt: state.attempt,
      faults: state.faults.map((fault) => ({
        fieldId: fault.field === undefined ? undefined : ids[fault.field],
        message: fault.message,
      })),
    },
  };
}
