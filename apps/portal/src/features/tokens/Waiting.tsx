import { type ButtonKind, buttonLook } from '@sampai/ui/Button';
import { Card } from '@sampai/ui/Card';
import { Note } from '@sampai/ui/Note';
import { Columns } from '@sampai/ui/Page';
import { type ReactNode, useState } from 'react';
import { until } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { serverNow } from '../../lib/serverClock.ts';
import { Loading, TroubleView } from '../../lib/states.tsx';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { CodeEntry } from './CodeEntry.tsx';
import { Resend, type ResendAnswer } from './Resend.tsx';
import type { Price } from './resend.ts';
import type { Token } from './token.ts';
import { useLiveToken } from './useLiveToken.ts';
import { type CodeAnswer, useSendCode } from './useSendCode.ts';
import { WhereIsMyCode } from './WhereIsMyCode.tsx';

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
  /** Head of the screen: steps, title, lead. */
  children?: ReactNode;
};

/**
 * The waiting page's body, for whoever waits for a code: the field, the ways to ask again, and the parcel beside
 * it. Lives by subscription, by polling without a socket.
 */
export function Waiting({ children, ...props }: WaitingProps) {
  const { token, error, isLoading, lostAt, refetch } = useLiveToken(props.tokenId);
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
  if (token === null) return <NotHere startOver={props.startOver}>{children}</NotHere>;
  return (
    <Columns
      aside={
        <Card>
          <WhereIsMyCode token={token} lostAt={lostAt} />
        </Card>
      }
    >
      {children}
      {token.state === 'OPEN' ? (
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
  refresh,
}: OpenTokenProps) {
  const [asked, setAsked] = useState<ResendAnswer>();
  const verify = useSendCode(token.id);

  const submit = async (code: string) => {
    const answer = await (onSubmitCode ?? verify)(code);
    // Attempts left, or a state that says why: the subscription tells it too, but not without a socket.
    if (answer !== null) refresh();
    else onVerified?.();
    return answer;
  };

  return (
    <>
      <CodeEntry token={token} submitLabel={submitLabel} submitKind={submitKind} onSubmit={submit}>
        <Resend
          token={token}
          offers={offers ?? []}
          onAnswer={(answer) => {
            setAsked(answer);
            refresh();
          }}
        />
      </CodeEntry>
      <Advice token={token} asked={asked} />
    </>
  );
}

/** One note at a time: what came of asking again, else what we advise, else nothing. */
function Advice({ token, asked }: { token: Token; asked: ResendAnswer | undefined }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (asked?.kind === 'trouble') return <TroubleView error={asked.error} />;
  if (asked?.kind === 'refused') {
    return (
      <Note live title={asked.message}>
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

type OverProps = Pick<WaitingProps, 'startOver'> & { state: Exclude<Token['state'], 'OPEN'> };

function OverToken({ state, startOver }: OverProps) {
  const t = useTexts({ id, en });
  const { title, body } = t.over[state];
  if (state === 'VERIFIED') return <Note live tone="good" title={title} />;
  return (
    <>
      <Note live tone="care" title={title}>
        {body}
      </Note>
      <p>{startOver?.(buttonLook('primary'))}</p>
    </>
  );
}

function NotHere({ startOver, children }: Pick<WaitingProps, 'startOver' | 'children'>) {
  const t = useTexts({ id, en });
  return (
    <Columns>
      {children}
      <Note title={t.notHere.title}>{t.notHere.body}</Note>
      <p>{startOver?.(buttonLook('primary'))}</p>
    </Columns>
  );
}
