import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { useState } from 'react';
import { ReportArrivalDocument } from '../../generated/tokens.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { inHand, isProbe, sendingsOf, type Token } from './token.ts';

/**
 * One tap that feeds the health of the lane, so that the next one is advised better. Once an arrival is known nothing is
 * asked, and what was said before it is over; "not yet" can be taken back by saying that it has come.
 */
export function ArrivalQuestion({ token }: { token: Token }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const [report, { loading }] = useMutation(ReportArrivalDocument);
  const [said, setSaid] = useState<boolean>();
  const isKnown = token.messages.some(({ state }) => state === 'DELIVERED');

  const tell = (arrived: boolean) => {
    setSaid(arrived);
    // A report that is lost costs the person nothing: it is not worth an error on the screen.
    report({ variables: { tokenId: token.id, arrived } }).catch(() => setSaid(undefined));
  };

  const latest = sendingsOf(token.messages).findLast((one) => !isProbe(one))?.shown;
  if (!latest || (isKnown && said !== true)) return null;
  const vias = new Intl.ListFormat(locale).format([...new Set(inHand(token).map(({ via }) => via))]);
  const answer = (arrived: boolean, words: string) => (
    <Button kind="quiet" isDisabled={loading} onPress={() => tell(arrived)}>
      {words}
    </Button>
  );
  return (
    <div role="status" className="border-t border-line pt-4 text-sm">
      {said ? (
        t.arrivedThanks
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2.5">
          <span>
            {said === undefined
              ? t.arrivedAsk
              : `${t.missingCounted(vias)} ${t.missingAdvice[latest.channel]}`}
          </span>
          <span className="flex gap-2">
            {answer(true, said === undefined ? t.arrivedYes : t.arrivedAfterAll)}
            {said === undefined ? answer(false, t.arrivedNo) : null}
          </span>
        </div>
      )}
    </div>
  );
}
