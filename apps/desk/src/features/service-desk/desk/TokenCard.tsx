import { Card } from '@sampai/ui/Card';
import { Note } from '@sampai/ui/Note';
import { Tag, type Tone } from '@sampai/ui/Tag';
import { moment, spoken } from '../../../lib/format.ts';
import { useLocale } from '../../../lib/locale.ts';
import { moveOf } from '../moves.ts';
import { sentenceOf, tell } from '../tell.ts';
import { becauseOf, purposeOf, useDeskTexts } from '../texts.ts';
import type { DeskToken } from '../token.ts';
import { TokenLine } from './TokenLine.tsx';

const tones: Record<DeskToken['state'], Tone> = {
  OPEN: 'laut',
  VERIFIED: 'sirih',
  LOCKED: 'saga',
  EXPIRED: 'kunyit',
  CANCELLED: 'plain',
};

/** A code that the call may be about: what can be told first, how it came about after. */
export function TokenCard({ token, now }: { token: DeskToken; now: string }) {
  const texts = useDeskTexts();
  const t = texts.token;
  return (
    <Card>
      <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-lg font-semibold">
        {purposeOf(token, texts)}
        <span className="font-medium text-ink-2">
          {t.reference} {token.reference}
        </span>
        <StateTag state={token.state} />
      </h2>
      <Facts token={token} now={now} />
      <Verdict token={token} />
      <div className="mt-4">
        <Tell token={token} now={now} />
      </div>
      <div className="mt-5 max-w-measure">
        <TokenLine token={token} now={now} />
      </div>
    </Card>
  );
}

/** Nothing was ever asked for, and that is what can be told. */
export function NoTokenCard({ now }: { now: string }) {
  const t = useDeskTexts().token;
  return (
    <Card>
      <h2 className="text-lg font-semibold">{t.none}</h2>
      <p className="mt-1 text-ink-2">{t.noneBody}</p>
      <div className="mt-4">
        <Tell token={undefined} now={now} />
      </div>
    </Card>
  );
}

export function StateTag({ state }: Pick<DeskToken, 'state'>) {
  return <Tag tone={tones[state]}>{useDeskTexts().token.state[state]}</Tag>;
}

function Facts({ token: { state, issuedAt, validUntil, endsAt, attemptsLeft }, now }: TokenFactsProps) {
  const t = useDeskTexts().token;
  const locale = useLocale();
  const at = (instant: string) => moment(instant, now, locale);
  const open = state === 'OPEN' && [
    validUntil === null ? t.latest(at(endsAt)) : t.validUntil(at(validUntil)),
    t.attempts(attemptsLeft),
  ];
  return <p className="mt-1 text-sm text-ink-2">{[t.issued(at(issuedAt)), ...(open || [])].join(' · ')}</p>;
}

/** What happened to the code, where it did not go the way that was asked for. */
function Verdict({ token }: { token: DeskToken }) {
  const texts = useDeskTexts();
  const t = texts.token;
  const move = moveOf(token);
  const verdicts = [
    ...(token.moved === null ? [] : [token.moved]),
    ...(move === null ? [] : [t.movedTo[move.to.channel](move.to.via, becauseOf(move.cause, texts))]),
  ];
  if (verdicts.length === 0) return null;
  return (
    <p className="mt-2">
      <strong className="font-semibold">{t.verdict}</strong> {verdicts.join(' ')}
    </p>
  );
}

type TokenFactsProps = { token: DeskToken; now: string };

function Tell({ token, now }: { token: DeskToken | undefined; now: string }) {
  const t = useDeskTexts();
  const locale = useLocale();
  const words = { ref: token?.reference ?? '', at: (instant: string) => spoken(instant, now, locale) };
  return (
    <Note title={t.token.tell} live>
      <p className="text-base">{sentenceOf(tell(token, now), t.say, words)}</p>
    </Note>
  );
}
