import { useLayoutEffect, useRef } from 'react';
import { Group } from 'react-aria-components/Group';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import { controlLook, FieldFoot, FieldHead, type FieldTexts } from './fieldParts.tsx';
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
export function MoneyField({ label, hint, error, prefilled, value, onChange, ...rest }: MoneyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const digitsAfterCaret = useRef<number | null>(null);
  const shown = groupRupiah(value);

  useLayoutEffect(() => {
    const field = input.current;
    if (field === null || digitsAfterCaret.current === null) return;
    const at = caretAt(shown, digitsAfterCaret.current);
    digitsAfterCaret.current = null;
    if (document.activeElement === field) field.setSelectionRange(at, at);
  });

  const take = (raw: string) => {
    const caret = input.current?.selectionStart ?? raw.length;
    digitsAfterCaret.current = raw.slice(caret).replace(/\D/g, '').length;
    onChange(cleanRupiah(raw));
  };

  return (
    <AriaTextField
      {...rest}
      value={shown}
      onChange={take}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      inputMode="numeric"
      autoComplete="off"
      className="flex max-w-field flex-col gap-1.5"
    >
      <FieldHead label={label} hint={hint} />
      <Group className="relative">
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-3.5 grid place-items-center"
        >
          Rp
        </span>
        <Input ref={input} className={cx(controlLook, 'pl-12 text-right font-semibold')} />
      </Group>
      <FieldFoot error={error} prefilled={prefilled} />
    </AriaTextField>
  );
}
