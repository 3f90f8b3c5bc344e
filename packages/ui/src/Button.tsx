import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { cx } from './cx.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';

const base =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-md px-6 py-2.5 text-center font-semibold ' +
  'leading-snug no-underline transition-colors duration-150 cursor-pointer';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-laut text-white hover:bg-laut-deep data-[pressed]:bg-laut-deep',
  secondary: 'border border-laut bg-card text-laut-deep hover:bg-laut-wash data-[pressed]:bg-laut-wash',
  quiet: 'min-h-9 px-3 py-1.5 text-sm text-laut-deep hover:bg-laut-wash data-[pressed]:bg-laut-wash',
};

const off =
  'data-[disabled]:cursor-not-allowed data-[disabled]:border-transparent data-[disabled]:bg-idle ' +
  'data-[disabled]:text-idle-ink';

/** The looks of a button for something that is a link: `<Link className={buttonLook('primary')}>`. */
export function buttonLook(kind: ButtonKind = 'primary', className?: string): string {
  return cx(base, kinds[kind], className);
}

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  kind?: ButtonKind;
  className?: string;
  children: ReactNode;
  /** Said while `isPending`, beside a turning ring; the button keeps its focus and refuses a second press. */
  pendingLabel?: string;
};

/** One primary action a page, named by what it does. A disabled one says in its label how it becomes possible. */
export function Button({ kind = 'primary', className, children, pendingLabel, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(base, kinds[kind], off, className)}>
      {({ isPending }) =>
        isPending ? (
          <>
            <span
              aria-hidden="true"
              className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent"
            />
            {pendingLabel ?? children}
          </>
        ) : (
          children
        )
      }
    </AriaButton>
  );
}
