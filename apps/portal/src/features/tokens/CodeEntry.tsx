import { Button, type ButtonKind } from '@sampai/ui/Button';
import { CodeField } from '@sampai/ui/CodeField';
import { CODE_LENGTH } from '@sampai/ui/code';
import { Actions } from '@sampai/ui/Page';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { until } from '../../lib/format.ts';
import { ours, type Sentence, useLocale, useTexts } from '../../lib/locale.ts';
import { serverNow } from '../../lib/serverClock.ts';
import { TroubleView } from '../../lib/states.tsx';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { isUnreachable, type Token } from './token.ts';
import type { CodeAnswer } from './useSendCode.ts';

export type CodeEntryProps = {
  token: Token;
  submitLabel: string;
  submitKind?: ButtonKind | undefined;
  /** Null when the code was taken, else the sentence for the field. */
  onSubmit: (code: string) => Promise<CodeAnswer>;
  /** The ways to ask again stand beside the primary action. */
  children?: ReactNode;
};

/** The one big field, what is true of the code, and the action. */
export function CodeEntry({
  token,
  submitLabel,
  submitKind = 'primary',
  onSubmit,
  children,
}: CodeEntryProps) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const channels = new Set(token.messages.map((message) => message.channel));
  const [only = 'ANY'] = channels.size === 1 ? channels : [];
  const fieldId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<Sentence>();
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);

  const refuse = (message: Sentence) => {
    setFault(() => message);
    input.current?.focus();
    input.current?.select();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setTrouble(undefined);
    if (code.length < CODE_LENGTH) return refuse(ours({ id, en }, (texts) => texts.missing));
    setSending(true);
    try {
      const answer = await onSubmit(code);
      if (answer === null) setFault(undefined);
      else refuse(answer);
    } catch (error) {
      setTrouble(error);
    } finally {
      setSending(false);
    }
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <CodeField
        id={fieldId}
        label={t.codeFrom[isUnreachable(token) ? 'NONE' : only]}
        value={code}
        onChange={(next) => {
          setCode(next);
          setFault(undefined);
        }}
        inputRef={input}
        error={fault?.(locale)}
        facts={<Facts token={token} />}
      />
      {trouble === undefined ? null : <TroubleView error={trouble} />}
      <Actions>
        {/* What was typed stays for when it counts again; until then the way on is to ask again. */}
        {token.windowPassed ? null : (
          <Button type="submit" kind={submitKind} isPending={isSending} pendingLabel={t.checking}>
            {submitLabel}
          </Button>
        )}
        {/* Together, so that none of them stands alone in a second row. */}
        <Actions>{children}</Actions>
      </Actions>
    </form>
  );
}

/** "6 angka · ref A7 · berlaku sampai 09.41 WIB · 5 kesempatan" */
function Facts({ token }: { token: Token }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  return (
    <>
      {t.facts.digits} · {t.facts.reference} <strong className="text-ink">{token.reference}</strong> ·{' '}
      {token.windowPassed
        ? t.facts.wasValid
        : token.validUntil === null
          ? t.facts.latest
          : t.facts.validUntil}{' '}
      <strong className="text-ink">{until(token.validUntil ?? token.endsAt, serverNow(), locale)}</strong> ·{' '}
      {t.facts.attempts(token.attemptsLeft)}
    </>
  );
}
