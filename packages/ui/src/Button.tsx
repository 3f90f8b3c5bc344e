import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';

const base =
  'inline-flex items-center justify-center gap-2 rounded-md text-center font-semibold leading-snug no-underline ' +
  'transition-colors duration-150 cursor-pointer';

const kinds: Record<ButtonKind, string> = {
  primary: 'min-h-12 px-6 py-2.5 bg-laut text-white hover:bg-laut-deep',
  secondary: 'min-h-12 px-6 py-2.5 border border-laut bg-card text-laut-deep hover:bg-laut-wash',
  quiet:
    'min-h-9 px-4 py-1.5 text-sm border border-line bg-card text-laut-deep hover:border-laut hover:bg-laut-wash',
};

const off =
  'aria-disabled:cursor-not-allowed aria-disabled:border-transparent aria-disabled:bg-idle aria-disabled:text-idle-ink';

/** The looks of a button for something that is a link: `<Link className={buttonLook('primary')}>`. */
export function buttonLook(kind: ButtonKind = 'primary', className?: string): string {
  return cx(base, kinds[kind], className);
}

export type ButtonProps = {
  kind?: ButtonKind;
  type?: 'button' | 'submit';
  onPress?: () => void;
  /** Inert, but still reached by keyboard: its label says how or when it becomes possible. */
  isDisabled?: boolean;
  /** At work: keeps its focus, refuses a second press, says `pendingLabel`. */
  isPending?: boolean;
  pendingLabel?: string;
  className?: string;
  children: ReactNode;
};

/** One primary action a page, named by what it does. */
export function Button({
  kind = 'primary',
  type = 'button',
  onPress,
  isDisabled = false,
  isPending = false,
  pendingLabel,
  className,
  children,
}: ButtonProps) {
  const isInert = isDisabled || isPending;
  return (
    <>
      <button
        type={type}
        // Not `disabled`: that would throw the focus of whoever has just pressed it back to the top of the page.
        aria-disabled={isInert || undefined}
        onClick={(event) => {
          if (isInert) event.preventDefault();
          else onPress?.();
        }}
        className={cx(base, kinds[kind], isPending ? 'aria-disabled:cursor-progress' : off, className)}
      >
        {isPending ? (
          <>
            <span
              aria-hidden="true"
              className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent"
            />
            {pendingLabel ?? children}
          </>
        ) : (
          children
        )}
      </button>
      <span role="status" className="sr-only">
        {isPending ? pendingLabel : null}
      </span>
    </>
  );
}
