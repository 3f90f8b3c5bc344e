import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { ReportArrivalDocument } from '../../generated/tokens.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { inHand, isProbe, sendingsOf, type Token } from './token.ts';

/** What the person said, and of which carriers: one that takes another message later is not counted. */
export type ArrivalSaid = { arrived: boolean; vias: readonly string[] };

type ArrivalQuestionProps = {
  token: Token;
  said: ArrivalSaid | undefined;
  onSay: (said: ArrivalSaid | undefined) => void;
};

/**
 * One tap that feeds the health of the lane, so that the next one is advised better. Once an arrival is known nothing is
 * asked, and what was said before it is over; "not yet" can be taken back by saying that it has come.
 */
export function ArrivalQuestion({ token, said, onSay }: ArrivalQuestionProps) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const [report, { loading }] = useMutation(ReportArrivalDocument);
  const isKnown = token.messages.some(({ state }) => state === 'DELIVERED');

  const tell = (arrived: boolean) => {
    onSay({ arrived, vias: [...new Set(inHand(token).map(({ via }) => via))] });
    // A report that is lost costs the person nothing: it is not worth an error on the screen.
    report({ variables: { tokenId: token.id, arrived } }).catch(() => onSay(undefined));
  };

  const latest = sendingsOf(token.messages).findLast((one) => !isProbe(one))?.shown;
  if (!latest || (isKnown && !said?.arrived)) return null;
  const answer = (arrived: boolean, words: string) => (
    <Button kind="quiet" isDisabled={loading} onPress={() => tell(arrived)}>
      {words}
    </Button>
  );
  return (
    <div role="status" className="border-t border-line pt-4 text-sm">
      {said?.arrived ? (
        t.arrivedThanks
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2.5">
          <span>
            {said === undefined
              ? t.arrivedAsk
              : `${t.missingCounted(new Intl.ListFormat(locale).format(said.vias))} ${t.missingAdvice[latest.channel]}`}
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
