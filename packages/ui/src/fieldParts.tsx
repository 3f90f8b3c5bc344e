import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { AlertIcon } from './icons.tsx';
import { Tag } from './Tag.tsx';

/** What every field of a form may say about itself; all of it is bound to the control for screen readers. */
export type FieldTexts = {
  label: ReactNode;
  /** Where to find the answer, before the control: "Kotak 8 pada bukti potong". */
  hint?: ReactNode;
  /** One sentence at the field; its presence marks the field as wrong. */
  error?: string | undefined;
  /** One sentence that asks to look again; the value stands as it is. */
  warning?: string | undefined;
  /** Where a filled-in value came from: "Diisi dari bukti potong". */
  prefilled?: string | undefined;
};

export const controlLook =
  'w-full min-h-12 rounded-md border border-field bg-white px-3.5 py-2.5 text-ink transition-colors ' +
  'placeholder:text-ink-2 hover:border-ink focus:border-laut focus:outline-3 focus:outline-offset-0 ' +
  'focus:outline-laut/35 aria-invalid:border-2 aria-invalid:border-saga disabled:border-line ' +
  'disabled:bg-idle disabled:text-idle-ink';

/** The attributes that bind a control to what stands around it. */
export function fieldBinding(id: string, { hint, error, warning, prefilled }: FieldTexts, also?: string) {
  const described = [
    error ? `${id}-error` : null,
    warning ? `${id}-warning` : null,
    hint ? `${id}-hint` : null,
    prefilled ? `${id}-origin` : null,
    also ?? null,
  ].filter((part) => part !== null);
  return {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  };
}

export function FieldHead({ id, label, hint }: FieldTexts & { id: string }) {
  return (
    <>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="max-w-measure text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
    </>
  );
}

export function FieldFoot({
  id,
  error,
  warning,
  prefilled,
}: Pick<FieldTexts, 'error' | 'warning' | 'prefilled'> & { id: string }) {
  return (
    <>
      {error ? <FieldFault id={`${id}-error`}>{error}</FieldFault> : null}
      {warning ? (
        <FieldFault id={`${id}-warning`} tone="care">
          {warning}
        </FieldFault>
      ) : null}
      {prefilled ? (
        <div id={`${id}-origin`} className="mt-0.5">
          <Tag tone="laut">{prefilled}</Tag>
        </div>
      ) : null}
    </>
  );
}

export type FieldFaultProps = { id?: string; tone?: 'wrong' | 'care'; children: ReactNode };

/** The sentence at a field: a mark, a colour, and words that do without both. */
export function FieldFault({ id, tone = 'wrong', children }: FieldFaultProps) {
  return (
    <span
      id={id}
      className={cx(
        'mt-0.5 flex max-w-measure items-start gap-1.5 text-sm font-medium',
        tone === 'wrong' ? 'text-saga' : 'text-kunyit-deep',
      )}
    >
      <AlertIcon className="mt-0.5 size-4.5 shrink-0" />
      <span>{children}</span>
    </span>
  );
}
