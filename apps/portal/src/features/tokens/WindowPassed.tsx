import { Note } from '@sampai/ui/Note';
import { until } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { serverNow, useServerNow } from '../../lib/serverClock.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { resendOpens } from './resend.ts';
import type { Token } from './token.ts';

/** The window has passed, not the end: the very same code counts again once it is asked for, from whichever message. */
export function WindowPassed({ token }: { token: Token }) {
  const t = useTexts({ id, en }).passed;
  const locale = useLocale();
  const now = useServerNow();
  const { endsAt, reference, validUntil } = token;
  const end = until(endsAt, serverNow(), locale);
  return (
    <Note live title={t.title(until(validUntil ?? endsAt, serverNow(), locale))}>
      {resendOpens(token, now) === 'never' ? t.noMore(end) : t.askAgain(reference, end)}
    </Note>
  );
}
