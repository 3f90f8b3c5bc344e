import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { FieldFault } from './fieldParts.tsx';
import { CheckIcon } from './icons.tsx';

export type CheckboxProps = {
  id: string;
  /** The whole sentence is the label and the target. */
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  error?: string | undefined;
  isDisabled?: boolean;
};

/** A statement that somebody agrees to. */
export function Checkbox({ id, children, error, ...rest }: CheckboxProps) {
  const errorId = `${id}-error`;
  return (
    <div className="flex max-w-measure flex-col gap-1.5">
      <AriaCheckbox
        {...rest}
        id={id}
        isInvalid={Boolean(error)}
        validationBehavior="aria"
        {...(error ? { 'aria-describedby': errorId } : {})}
        className="group flex cursor-pointer items-start gap-3 py-1"
      >
        <span
          aria-hidden="true"
          className="mt-0.5 grid size-6 shrink-0 place-items-center rounded-sm border-2 border-field bg-white text-white transition-colors group-hover:border-ink group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-3 group-data-[focus-visible]:outline-laut group-data-[invalid]:border-saga group-data-[selected]:border-laut group-data-[selected]:bg-laut"
        >
          <CheckIcon className="size-4 opacity-0 group-data-[selected]:opacity-100" />
        </span>
        <span>{children}</span>
      </AriaCheckbox>
      {error ? <FieldFault id={errorId}>{error}</FieldFault> : null}
    </div>
  );
}
