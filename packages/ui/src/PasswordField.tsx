import { useState } from 'react';
import { cx } from './cx.ts';
import { controlLook, FieldFoot, FieldHead, type FieldTexts, fieldBinding } from './fieldParts.tsx';

export type PasswordFieldProps = FieldTexts & {
  id: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  texts: { show: string; hide: string };
};

/** A password that may be looked at: typing blind makes weak passwords. Pasting from a manager works. */
export function PasswordField({ id, onChange, value, autoComplete, texts, ...words }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="flex max-w-measure flex-col gap-1.5">
      <FieldHead id={id} {...words} />
      <div className="relative max-w-field">
        <input
          {...fieldBinding(id, words)}
          type={isShown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={cx(controlLook, 'pr-32')}
        />
        <button
          type="button"
          onClick={() => setShown(!isShown)}
          aria-controls={id}
          className="absolute inset-y-1.5 right-1.5 cursor-pointer rounded-sm px-3 text-sm font-semibold text-laut-deep hover:bg-laut-wash"
        >
          {isShown ? texts.hide : texts.show}
        </button>
      </div>
      <FieldFoot id={id} {...words} />
    </div>
  );
}
