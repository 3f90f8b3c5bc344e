import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import { Columns } from '@sampai/ui/Page';
import { type ReactNode, useEffect, useRef } from 'react';
import { SessionDocument } from '../../generated/session.ts';
import { useTexts } from '../../lib/locale.ts';
import { Loading } from '../../lib/states.tsx';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import type { Token } from './token.ts';

/** The way on, dressed as the page's action. */
type StartOver = { startOver?: ((className: string) => ReactNode) | undefined };

type OverProps = StartOver & { state: Exclude<Token['state'], 'OPEN'> };

/** What a code that takes no more attempts has to say. */
export function OverToken({ state, startOver }: OverProps) {
  const t = useTexts({ id, en });
  const { title, body } = t.over[state];
  const box = useRef<HTMLDivElement>(null);

  // The field that had the focus is gone; without a place the keyboard would start at the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);

  return (
    <div ref={box} tabIndex={-1} className="flex flex-col items-start gap-6 outline-none">
      <Note live tone={state === 'VERIFIED' ? 'good' : 'care'} title={title}>
        {body}
      </Note>
      {state === 'VERIFIED' ? null : startOver?.(buttonLook('primary'))}
    </div>
  );
}

type NotHereProps = StartOver & { wasHere: boolean; children?: ReactNode };

/**
 * Another browser's code, or none: we do not say which. One that was here has lost its session: behind the gate of the signed-in
 * that leads to the sign-in, and back here.
 */
export function NotHere({ startOver, wasHere, children }: NotHereProps) {
  const t = useTexts({ id, en })[wasHere ? 'gone' : 'notHere'];
  const { loading } = useQuery(SessionDocument, { fetchPolicy: 'network-only' });
  return (
    <Columns>
      {children}
      {loading ? (
        <Loading />
      ) : (
        <>
          <Note title={t.title}>{t.body}</Note>
          <p>{startOver?.(buttonLook('primary'))}</p>
        </>
      )}
    </Columns>
  );
}
