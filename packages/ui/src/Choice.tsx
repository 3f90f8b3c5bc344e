import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components/RadioGroup';
import { FieldFault } from './fieldParts.tsx';

export type ChoiceOption = {
  value: string;
  label: string;
  /** Beside the label: what sets this answer apart, in a word. */
  mark?: ReactNode;
  hint?: string;
  /** Under the hint: what one should know before choosing this answer. */
  care?: string | undefined;
};

export type ChoiceProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  options: readonly ChoiceOption[];
  /** Empty for no answer yet. */
  value: string;
  onChange: (value: string) => void;
  isDisabled?: boolean;
};

/** A question with up to five answers, all in sight. The whole row is the target. */
export function Choice({ id, label, hint, error, options, value, onChange, ...rest }: ChoiceProps) {
  return (
    <RadioGroup
      {...rest}
      id={id}
      value={value === '' ? null : value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex max-w-measure flex-col gap-2"
    >
      <Label className="font-semibold">{label}</Label>
      {hint ? (
        <Text slot="description" className="-mt-1 text-sm text-ink-2">
          {hint}
        </Text>
      ) : null}
      <div className="flex flex-col gap-2">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="group flex min-h-13 cursor-pointer items-start gap-3 rounded-md border border-field bg-card px-4 py-3 transition-colors hover:border-ink data-[focus-visible]:outline-3 data-[focus-visible]:outline-laut data-[focus-visible]:outline-offset-2 data-[selected]:border-laut data-[selected]:bg-laut-wash data-[invalid]:border-saga"
          >
            <span
              aria-hidden="true"
              className="mt-0.5 grid size-5.5 shrink-0 place-items-center rounded-full border-2 border-field bg-white transition-all group-data-[selected]:border-[7px] group-data-[selected]:border-laut"
            />
            <span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium group-data-[selected]:font-semibold">
                {option.label} {option.mark}
              </span>
              {option.hint ? <span className="block text-sm text-ink-2">{option.hint}</span> : null}
              {option.care ? <span className="mt-1 block text-sm">{option.care}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      {error ? (
        <Text slot="errorMessage">
          <FieldFault>{error}</FieldFault>
        </Text>
      ) : null}
    </RadioGroup>
  );
}
