import type { CSSProperties, ReactNode, Ref } from 'react';
import { cleanCode } from './code.ts';
import { FieldFoot, FieldHead, type FieldTexts, fieldBinding } from './fieldParts.tsx';

export type CodeFieldProps = Omit<FieldTexts, 'prefilled'> & {
  id: string;
  value: string;
  onChange: (code: string) => void;
  isDisabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** Under the field: "6 angka · ref A7 · berlaku sampai 09.41 WIB". */
  facts?: ReactNode;
};

const look =
  'code-slots h-24 w-full max-w-measure rounded-lg border-2 border-ink bg-white text-code font-bold ' +
  'transition-colors focus:border-laut focus:outline-3 focus:outline-offset-0 focus:outline-laut/35 ' +
  'disabled:border-line disabled:bg-idle disabled:text-idle-ink aria-invalid:border-saga';

/**
 * One big field for a one-time code. One input, not six boxes: the browser may fill it in from the SMS, a whole
 * message may be pasted, and a screen reader hears one label. There is no maxlength, or a paste with spaces in
 * it would be cut.
 */
export function CodeField({
  id,
  label,
  hint,
  error,
  facts,
  value,
  onChange,
  inputRef,
  isDisabled,
}: CodeFieldProps) {
  const texts = { label, hint, error };
  return (
    <div className="flex flex-col gap-1.5">
      <FieldHead id={id} {...texts} />
      <input
        {...fieldBinding(id, texts, facts ? `${id}-facts` : undefined)}
        ref={inputRef}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(cleanCode(event.target.value))}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCorrect="off"
        spellCheck={false}
        className={look}
        style={{ '--filled': value.length } as CSSProperties}
      />
      <FieldFoot id={id} error={error} />
      {facts ? (
        <p id={`${id}-facts`} className="text-sm text-ink-2">
          {facts}
        </p>
      ) : null}
    </div>
  );
}
