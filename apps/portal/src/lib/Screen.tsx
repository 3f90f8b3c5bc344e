import { Columns, Title } from '@sampai/ui/Page';
import { type ReactNode, useEffect, useRef } from 'react';

let isFirstScreen = true;

export type ScreenHeadProps = {
  /** The h1 and the tab's title. */
  title: string;
  lead?: ReactNode;
  /** Above the heading: the steps of a wizard. */
  before?: ReactNode;
};

/** The tab's title, said by screen readers on arrival. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Sampai`;
  }, [title]);
}

/**
 * The head of a screen: its title in the tab, its heading focused when one arrives from another screen, so that
 * keyboard and screen reader start where the eye does. On a page just loaded the focus is left alone.
 */
export function ScreenHead({ title, lead, before }: ScreenHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useTitle(title);

  useEffect(() => {
    if (isFirstScreen) isFirstScreen = false;
    else heading.current?.focus();
  }, []);

  return (
    <>
      {before}
      <Title headingRef={heading} lead={lead}>
        {title}
      </Title>
    </>
  );
}

/** One screen: its head and the work under it, in one column; `aside` stands beside both. */
export function Screen({
  aside,
  children,
  ...head
}: ScreenHeadProps & { aside?: ReactNode; children?: ReactNode }) {
  return (
    <Columns aside={aside}>
      <ScreenHead {...head} />
      {children}
    </Columns>
  );
}
