import type { ButtonKind } from '@sampai/ui/Button';
import { Card } from '@sampai/ui/Card';
import { Columns } from '@sampai/ui/Page';
import { type ReactNode, useState } from 'react';
import { Loading, TroubleView } from '../../lib/states.tsx';
import { Advice, type ConfirmOther } from './Advice.tsx';
import { CodeEntry } from './CodeEntry.tsx';
import { type Addresses, DeadEnd } from './DeadEnd.tsx';
import { NotHere, OverToken } from './OverToken.tsx';
import { Resend } from './Resend.tsx';
import { type Price, resendWays } from './resend.ts';
import { Said } from './Said.tsx';
import { isUnreachable, type Token } from './token.ts';
import { useLiveToken } from './useLiveToken.ts';
import { type ResendAnswer, useResend } from './useResend.ts';
import { type CodeAnswer, useSendCode } from './useSendCode.ts';
import { WhereIsMyCode } from './WhereIsMyCode.tsx';
import { WindowPassed } from './WindowPassed.tsx';

export type WaitingProps = {
  tokenId: string;
  /** The primary action, named by what it does: "Kirim SPT". */
  submitLabel: string;
  /** Secondary where the page's one primary action is another. */
  submitKind?: ButtonKind;
  /** Told once the code was taken by `verifyToken`. */
  onVerified?: () => void;
  /**
   * Takes the code instead of `verifyToken` (a submission takes its own). Answers null when all is done, else the
   * sentence for the field.
   */
  onSubmitCode?: (code: string) => Promise<CodeAnswer>;
  /** The way on when this code is over or not ours: a link dressed by `className`. */
  startOver?: ((className: string) => ReactNode) | undefined;
  /** Channels the code may also be sent by, with prices; a return has them in `channelOffers`. */
  offers?: readonly Price[];
  /** Where an address on the other channel is confirmed: for a code that never leaves its address. */
  confirmOther?: ConfirmOther | undefined;
  /** Where the addresses stand, for a code that none of them takes. */
  addresses?: Addresses;
  /** Head of the screen: steps, title, lead. */
  children?: ReactNode;
};

/**
 * The waiting page's body, for whoever waits for a code: the field, the ways to ask again, and the parcel beside
 * it. Lives by subscription, by polling without a socket.
 */
export function Waiting({ children, ...props }: WaitingProps) {
  const { token, wasHere, error, isLoading, lostAt, refetch } = useLiveToken(props.tokenId);
  const refresh = () => {
    refetch().catch(() => undefined);
  };

  if (isLoading || (token === undefined && error === undefined)) {
    return (
      <Columns aside={<Card className="min-h-80">{null}</Card>}>
        {children}
        <Loading />
      </Columns>
    );
  }
  if (token === undefined) {
    return (
      <Columns>
        {children}
        <TroubleView error={error} onRetry={refresh} />
      </Columns>
    );
  }
  if (token === null) return <NotHere {...{ wasHere, children }} startOver={props.startOver} />;
  return (
    <Columns
      aside={
        <Card>
          <WhereIsMyCode token={token} lostAt={lostAt} />
        </Card>
      }
    >
      {children}
      {token.state === 'OPEN' || token.windowPassed ? (
        <OpenToken {...props} token={token} refresh={refresh} />
      ) : (
        <OverToken state={token.state} startOver={props.startOver} />
      )}
    </Columns>
  );
}

type OpenTokenProps = Omit<WaitingProps, 'children'> & { token: Token; refresh: () => void };

function OpenToken({
  token,
  submitLabel,
  submitKind,
  onSubmitCode,
  onVerified,
  offers,
  confirmOther,
  addresses,
  refresh,
}: OpenTokenProps) {
  const [asked, setAsked] = useState<ResendAnswer>();
  const verify = useSendCode(token.id);
  const resending = useResend(token.id, (answer) => {
    setAsked(answer);
    refresh();
  });
  // Neither what was sent nor what could be: the way on is not the field.
  const isDeadEnd =
    isUnreachable(token) && token.advice === null && resendWays(token, [], offers).length === 0;
  const advised = token.advice?.confirm === false ? token.advice.channel : undefined;

  const submit = async (code: string) => {
    const answer = await (onSubmitCode ?? verify)(code);
    // Attempts left, or a state that says why: the subscription tells it too, but not without a socket.
    if (answer !== null) refresh();
    else onVerified?.();
    return answer;
  };

  return (
    <>
      {token.moved ? <Said sentence={token.moved.reason} /> : null}
      {token.windowPassed ? <WindowPassed token={token} /> : null}
      {isDeadEnd ? <DeadEnd {...{ token, addresses }} /> : null}
      <CodeEntry
        {...{ token, submitLabel }}
        submitKind={isDeadEnd ? 'secondary' : submitKind}
        onSubmit={submit}
      >
        <Resend
          token={token}
          offers={(offers ?? []).filter(({ channel }) => channel !== advised)}
          resending={resending}
        />
      </CodeEntry>
      <Advice {...{ token, asked, resending, confirmOther }} />
    </>
  );
}
