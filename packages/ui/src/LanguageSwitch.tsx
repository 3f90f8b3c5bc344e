import { cx } from './cx.ts';

export type LanguageOption = {
  /** BCP 47: tells a screen reader how to pronounce the name. */
  value: string;
  short: string;
  name: string;
};

export type LanguageSwitchProps = {
  label: string;
  options: readonly LanguageOption[];
  value: string;
  onChange: (value: string) => void;
};

/** Both languages in sight, the chosen one pressed. Each is named in itself, whatever the page is written in. */
export function LanguageSwitch({ label, options, value, onChange }: LanguageSwitchProps) {
  return (
    <fieldset className="flex rounded-full border border-line bg-paper p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.value}
          title={option.name}
          aria-label={`${option.short}: ${option.name}`} // begins with what is seen, for people who speak to it
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx(
            'min-h-8 min-w-11 cursor-pointer rounded-full px-3 text-sm font-semibold transition-colors',
            option.value === value ? 'bg-laut text-white' : 'text-ink-2 hover:text-ink',
          )}
        >
          {option.short}
        </button>
      ))}
    </fieldset>
  );
}
