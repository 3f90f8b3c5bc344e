import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { useState } from 'react';
import { ReportArrivalDocument } from '../../generated/tokens.ts';
import { useTexts } from '../../lib/locale.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { isProbe, sendingsOf, type Token } from './token.ts';

/** One tap that feeds the health of the lane, so that the next one is advised better. */
export function ArrivalQuestion({ token }: { token: Token }) {
  const t = useTexts({ id, en });
  const [report, { loading }] = useMutation(ReportArrivalDocument);
  const [said, setSaid] = useState<boolean>();

  const tell = (arrived: boolean) => {
    setSaid(arrived);
    // A report that is lost costs the person nothing: it is not worth an error on the screen.
    report({ variables: { tokenId: token.id, arrived } }).catch(() => setSaid(undefined));
  };

  const channel = sendingsOf(token.messages).findLast((one) => !isProbe(one))?.shown.channel ?? 'EMAIL';
  return (
    <div role="status" className="border-t border-line pt-4 text-sm">
      {said === undefined ? (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2.5">
          <span>{t.arrivedAsk}</span>
          <span className="flex gap-2">
            <Button kind="quiet" isDisabled={loading} onPress={() => tell(true)}>
              {t.arrivedYes}
            </Button>
            <Button kind="quiet" isDisabled={loading} onPress={() => tell(false)}>
              {t.arrivedNo}
            </Button>
          </span>
        </div>
      ) : said ? (
        t.arrivedThanks
      ) : (
        `${t.missingThanks} ${t.missingAdvice[channel]}`
      )}
    </div>
  );
}
