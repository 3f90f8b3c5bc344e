import { Note } from '@sampai/ui/Note';
import type { ReactNode } from 'react';

type SaidProps = { sentence: string; live?: boolean; children?: ReactNode };

/** What the API says in whole sentences, as a note: the fact first, the rest under it, then what can be done at once. */
export function Said({ sentence, live = true, children }: SaidProps) {
  const end = sentence.indexOf('. ');
  const [fact, rest] = end < 0 ? [sentence, ''] : [sentence.slice(0, end + 1), sentence.slice(end + 2)];
  return (
    <Note live={live} title={fact}>
      {rest === '' ? null : <p>{rest}</p>}
      {children}
    </Note>
  );
}
