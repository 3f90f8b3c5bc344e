import { useLayoutEffect, useRef } from 'react';
import { cx } from './cx.ts';
import { controlLook, FieldFoot, FieldHead, type FieldTexts, fieldBinding } from './fieldParts.tsx';
import { caretAt, cleanRupiah, groupRupiah } from './money.ts';

export type MoneyFieldProps = FieldTexts & {
  id: string;
  name?: string;
  /** Whole rupiah as digits, empty for no answer. Never a number: floats lose rupiah. */
  value: string;
  onChange: (digits: string) => void;
  onBlur?: () => void;
  isDisabled?: boolean;
  isReadOnly?: boolean;
};

/** An amount of rupiah: dots appear while typing, "Rp 1.250.000,00" may be pasted, digits come out. */
export function MoneyField({
  id,
  label,
  hint,
  error,
  warning,
  prefilled,
  value,
  onChange,
  isDisabled,
  isReadOnly,
  ...passed
}: MoneyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const digitsAfterCaret = useRef<number | null>(null);
  const shown = groupRupiah(value);
  const texts = { label, hint, error, warning, prefilled };

  // The dots move under the caret: it stays before the digits it stood before.
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null || digitsAfterCaret.current === null) return;
    const at = caretAt(shown, digitsAfterCaret.current);
    digitsAfterCaret.current = null;
    if (document.activeElement === field) field.setSelectionRange(at, at);
  });

  const take = (field: HTMLInputElement) => {
    const caret = field.selectionStart ?? field.value.length;
    digitsAfterCaret.current = field.value.slice(caret).replace(/\D/g, '').length;
    onChange(cleanRupiah(field.value));
  };

  return (
    <div className="flex max-w-measure flex-col gap-1.5">
      <FieldHead id={id} {...texts} />
      <div className="relative max-w-field">
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-3.5 grid place-items-center"
        >
          Rp
        </span>
        <input
          {...passed}
          {...fieldBinding(id, texts)}
          ref={input}
          disabled={isDisabled}
          readOnly={isReadOnly}
          value={shown}
          onChange={(event) => take(event.target)}
          inputMode="numeric"
          autoComplete="off"
          className={cx(controlLook, 'pl-12 text-right font-semibold')}
        />
      </div>
      <FieldFoot id={id} {...texts} />
    </div>
  );
}
