import { Card, CardTitle } from '@sampai/ui/Card';
import { ChevronIcon } from '@sampai/ui/icons';
import { moment } from '../../../lib/format.ts';
import { useLocale } from '../../../lib/locale.ts';
import { purposeOf, useDeskTexts } from '../texts.ts';
import { type DeskToken, keyOf } from '../token.ts';
import { StateTag } from './TokenCard.tsx';
import { TokenLine } from './TokenLine.tsx';

/** Codes that no longer count, newest first, each with its way for who asks about it. */
export function EarlierTokens({ tokens, now }: { tokens: readonly DeskToken[]; now: string }) {
  const texts = useDeskTexts();
  const t = texts.token;
  const locale = useLocale();
  return (
    <Card>
      <CardTitle>{t.earlier}</CardTitle>
      <ul className="mt-2">
        {tokens.map((token) => (
          <li key={keyOf(token)} className="border-b border-line last:border-b-0">
            <details className="group">
              <summary className="flex cursor-pointer list-none items-center gap-3 rounded-sm py-2.5 hover:text-laut-deep [&::-webkit-details-marker]:hidden">
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{purposeOf(token, texts)}</span>{' '}
                  <span className="text-ink-2">
                    {t.reference} {token.reference}
                  </span>
                  <span className="block text-sm text-ink-2">{moment(token.issuedAt, now, locale)}</span>
                </span>
                <StateTag state={token.state} />
                <ChevronIcon className="size-4 shrink-0 transition-transform group-open:rotate-180" />
              </summary>
              <div className="pt-2 pb-4">
                <TokenLine token={token} now={now} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
