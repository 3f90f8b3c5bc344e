import type { InputHTMLAttributes, Ref } from 'react';
import { cx } from './cx.ts';
import { controlLook, FieldFoot, FieldHead, type FieldTexts, fieldBinding } from './fieldParts.tsx';

type Passed = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoCapitalize'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'name'
  | 'onBlur'
  | 'placeholder'
  | 'spellCheck'
  | 'type'
>;

export type TextFieldProps = FieldTexts &
  Passed & {
    id: string;
    value: string;
    onChange: (value: string) => void;
    isDisabled?: boolean;
    isReadOnly?: boolean;
    inputRef?: Ref<HTMLInputElement>;
    /** `field` fits an identifier or an amount, `wide` the whole column. */
    width?: 'field' | 'wide';
  };

/** A line of text. `id` is the input's, so an error summary can link to `#id`. */
export function TextField({
  id,
  label,
  hint,
  error,
  prefilled,
  onChange,
  isDisabled,
  isReadOnly,
  inputRef,
  width = 'field',
  ...passed
}: TextFieldProps) {
  const texts = { label, hint, error, prefilled };
  return (
    <div className="flex max-w-measure flex-col gap-1.5">
      <FieldHead id={id} {...texts} />
      <input
        {...passed}
        {...fieldBinding(id, texts)}
        ref={inputRef}
        disabled={isDisabled}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
        className={cx(controlLook, width === 'field' && 'max-w-field')}
      />
      <FieldFoot id={id} {...texts} />
    </div>
  );
}
