import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { CheckIcon } from './icons.tsx';

export type Step = {
  id: string;
  label: string;
  /** Wraps the label of a finished step in the app's own link, when one may go back to it. */
  link?: (label: ReactNode) => ReactNode;
};

export type StepsProps = {
  steps: readonly Step[];
  /** Index of the step the person is at; all before it are done. */
  current: number;
  texts: {
    /** Name of the list for screen readers: "Langkah aktivasi". */
    label: string;
    /** Heard after a finished step: "selesai". */
    done: string;
    /** Where there is no room for all labels: "Langkah 2 dari 4". */
    position: string;
  };
};

/** Where one is in a wizard. Narrow screens read one line instead of all labels. */
export function Steps({ steps, current, texts }: StepsProps) {
  return (
    <nav aria-label={texts.label} className="max-w-measure">
      <ol className="flex gap-2">
        {steps.map((step, index) => {
          const state = index < current ? 'done' : index === current ? 'now' : 'ahead';
          return (
            <li
              key={step.id}
              aria-current={state === 'now' ? 'step' : undefined}
              className={cx(
                'min-w-0 flex-1 border-t-[3px] pt-2 text-sm',
                state === 'done' && 'border-laut text-laut-deep',
                state === 'now' && 'border-kunyit font-semibold text-ink',
                state === 'ahead' && 'border-line text-ink-2',
              )}
            >
              <span className="hidden items-start gap-1 sm:flex">
                {state === 'done' ? <CheckIcon className="mt-0.5 size-4 shrink-0 text-laut" /> : null}
                <span>{state === 'done' && step.link ? step.link(step.label) : step.label}</span>
                {state === 'done' ? <span className="sr-only">({texts.done})</span> : null}
              </span>
              <span className="sr-only sm:hidden">{step.label}</span>
            </li>
          );
        })}
      </ol>
      <p aria-hidden="true" className="mt-1 text-sm font-semibold sm:hidden">
        {texts.position}: {steps[current]?.label}
      </p>
    </nav>
  );
}
