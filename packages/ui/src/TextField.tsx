import { TextField as AriaTextField, Input, type TextFieldProps } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import { controlLook, FieldFoot, FieldHead, type FieldTexts } from './fieldParts.tsx';

export type TextFieldOwnProps = FieldTexts &
  Omit<TextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validationBehavior' | 'slot'> & {
    /** `field` fits an identifier or an amount, `wide` the whole column. */
    width?: 'field' | 'wide';
    placeholder?: string;
  };

/** A line of text. `id` lands on the input, so an error summary can link to `#id`. */
export function TextField({
  label,
  hint,
  error,
  prefilled,
  width = 'field',
  placeholder,
  ...rest
}: TextFieldOwnProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={cx('flex flex-col gap-1.5', width === 'field' ? 'max-w-field' : 'max-w-measure')}
    >
      <FieldHead label={label} hint={hint} />
      <Input className={controlLook} {...(placeholder ? { placeholder } : {})} />
      <FieldFoot error={error} prefilled={prefilled} />
    </AriaTextField>
  );
}
