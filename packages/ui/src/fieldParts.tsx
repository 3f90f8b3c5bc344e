import type { ReactNode } from 'react';
import { Label as AriaLabel, Text as AriaText } from 'react-aria-components/TextField';
import { BangIcon } from './icons.tsx';
import { Tag } from './Tag.tsx';

/** What every field of a form may say about itself; all of it is bound to the control for screen readers. */
export type FieldTexts = {
  label: ReactNode;
  /** Where to find the answer, before the control: "Kotak 8 pada bukti potong". */
  hint?: ReactNode;
  /** One sentence at the field; its presence marks the field as wrong. */
  error?: string | undefined;
  /** Where a filled-in value came from: "Diisi dari bukti potong". */
  prefilled?: string | undefined;
};

export const controlLook =
  'w-full min-h-12 rounded-md border border-field bg-white px-3.5 py-2.5 text-ink transition-colors ' +
  'placeholder:text-ink-2 hover:border-ink focus:border-laut focus:outline-3 focus:outline-offset-0 ' +
  'focus:outline-laut/35 data-[invalid]:border-2 data-[invalid]:border-saga data-[disabled]:border-line ' +
  'data-[disabled]:bg-idle data-[disabled]:text-idle-ink';

export function FieldHead({ label, hint }: Pick<FieldTexts, 'label' | 'hint'>) {
  return (
    <>
      <AriaLabel className="block font-semibold">{label}</AriaLabel>
      {hint ? (
        <AriaText slot="description" className="block max-w-measure text-sm text-ink-2">
          {hint}
        </AriaText>
      ) : null}
    </>
  );
}

export function FieldFoot({ error, prefilled }: Pick<FieldTexts, 'error' | 'prefilled'>) {
  return (
    <>
      {error ? (
        <AriaText
          slot="errorMessage"
          className="mt-0.5 flex max-w-measure items-start gap-1.5 text-sm font-medium text-saga"
        >
          <BangIcon className="mt-0.5 size-4.5 shrink-0" />
          <span>{error}</span>
        </AriaText>
      ) : null}
      {prefilled ? (
        <div className="mt-0.5">
          <Tag tone="laut">{prefilled}</Tag>
        </div>
      ) : null}
    </>
  );
}
