import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Select as AriaSelect,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components/Select';
import { cx } from './cx.ts';
import { controlLook, FieldFault, type FieldTexts } from './fieldParts.tsx';
import { CheckIcon, ChevronIcon } from './icons.tsx';
import { Tag } from './Tag.tsx';

export type SelectOption = {
  value: string;
  label: string;
  /** The short form at the right end, as it stands on paper: "TK/0". */
  short?: string;
};

export type SelectProps = FieldTexts & {
  id: string;
  name?: string;
  options: readonly SelectOption[];
  /** Empty for no answer yet. */
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  isDisabled?: boolean;
};

/** One of a list that is too long to show at once. Type-ahead and arrows work; for up to five answers use Choice. */
export function Select({
  label,
  hint,
  error,
  prefilled,
  id,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      value={value === '' ? null : value}
      onChange={(key) => onChange(key === null ? '' : String(key))}
      placeholder={placeholder}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="group flex max-w-measure flex-col gap-1.5"
    >
      <Label className="block font-semibold">{label}</Label>
      {hint ? (
        <Text slot="description" className="max-w-measure text-sm text-ink-2">
          {hint}
        </Text>
      ) : null}
      <AriaButton
        id={id}
        className={cx(
          controlLook,
          'flex max-w-field cursor-pointer items-center justify-between gap-3 text-left',
          'group-data-[invalid]:border-2 group-data-[invalid]:border-saga',
        )}
      >
        <SelectValue className="flex min-w-0 flex-1 items-center justify-between gap-3 data-[placeholder]:text-ink-2 [&_.option-mark]:hidden" />
        <ChevronIcon className="size-5 shrink-0 text-ink-2" />
      </AriaButton>
      {error ? (
        <Text slot="errorMessage">
          <FieldFault>{error}</FieldFault>
        </Text>
      ) : null}
      {prefilled ? (
        <div className="mt-0.5">
          <Tag tone="laut">{prefilled}</Tag>
        </div>
      ) : null}
      <Popover
        offset={6}
        className="min-w-(--trigger-width) overflow-auto rounded-md border border-line bg-card p-1.5 shadow-pop"
      >
        <ListBox items={options} className="outline-none">
          {(option: SelectOption) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-sm px-3 py-2 outline-none data-[focused]:bg-laut-wash data-[selected]:font-semibold"
            >
              <span>{option.label}</span>
              <span className="flex items-center gap-2 font-semibold text-ink-2">
                {option.short}
                {option.value === value ? <CheckIcon className="option-mark size-5 text-laut" /> : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
