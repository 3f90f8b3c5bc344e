import type { CSSProperties, ReactNode, Ref } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import { cleanCode } from './code.ts';
import { FieldFoot, FieldHead, type FieldTexts } from './fieldParts.tsx';

export type CodeFieldProps = Omit<FieldTexts, 'prefilled'> & {
  id: string;
  value: string;
  onChange: (code: string) => void;
  isDisabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** Under the field: "6 angka · ref A7 · berlaku sampai 09.41 WIB". */
  facts?: ReactNode;
};

/**
 * One big field for a one-time code. One input, not six boxes: the browser may fill it in from the SMS, a whole
 * message may be pasted, and a screen reader hears one label. There is no maxlength, or a paste with spaces in
 * it would be cut.
 */
export function CodeField({ label, hint, error, facts, value, onChange, inputRef, ...rest }: CodeFieldProps) {
  return (
    <AriaTextField
      {...rest}
      value={value}
      onChange={(raw) => onChange(cleanCode(raw))}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck="false"
      className="flex flex-col gap-1.5"
    >
      <FieldHead label={label} hint={hint} />
      <Input
        ref={inputRef}
        className="code-slots h-24 w-full max-w-measure rounded-lg border-2 border-ink bg-white text-code font-bold transition-colors focus:border-laut focus:outline-3 focus:outline-offset-0 focus:outline-laut/35 data-[disabled]:border-line data-[disabled]:bg-idle data-[disabled]:text-idle-ink data-[invalid]:border-saga"
        style={{ '--filled': value.length } as CSSProperties}
      />
      <FieldFoot error={error} />
      {facts ? <p className="text-sm text-ink-2">{facts}</p> : null}
    </AriaTextField>
  );
}
