import { buttonLook } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/locale.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import type { Token } from './token.ts';

/** Where an address can be replaced by the person, or only seen: a link dressed by `className`. */
export type Addresses = { can: 'replace' | 'see'; link: (className: string) => ReactNode };

/** Every address refuses this code for good: what can be done is done to the addresses, not to the code. */
export function DeadEnd({ token, addresses }: { token: Token; addresses: Addresses | undefined }) {
  const t = useTexts({ id, en }).deadEnd;
  const channels = new Set(token.messages.map(({ channel }) => channel));
  const [only = 'ANY'] = channels.size === 1 ? channels : [];
  return (
    <Note live title={t[only]}>
      <p>{t[addresses?.can ?? 'see']}</p>
      {addresses ? <p className="mt-3">{addresses.link(buttonLook('primary'))}</p> : null}
    </Note>
  );
}
