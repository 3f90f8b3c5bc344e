import { Note } from '@sampai/ui/Note';
import { until } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { serverNow } from '../../lib/serverClock.ts';
import { TroubleView } from '../../lib/states.tsx';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import type { ResendAnswer } from './Resend.tsx';
import type { Token } from './token.ts';

/** One note at a time: what came of asking again, else what we advise, else nothing. */
export function Advice({ token, asked }: { token: Token; asked: ResendAnswer | undefined }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (asked?.kind === 'trouble') return <TroubleView error={asked.error} />;
  const refused = asked?.kind === 'refused' ? asked.message(locale) : undefined;
  if (asked?.kind === 'refused' && refused !== undefined) {
    return (
      <Note live title={refused}>
        {asked.reason === null ? null : <p>{asked.reason}</p>}
        {asked.until === null ? null : <p>{t.resend.backAt(until(asked.until, serverNow(), locale))}</p>}
      </Note>
    );
  }
  if (asked?.kind === 'sent') {
    return (
      <Note live tone="good" title={t.resend.sent}>
        {t.resend.sentBody}
      </Note>
    );
  }
  return token.advice ? <Note live title={token.advice.reason} /> : null;
}
