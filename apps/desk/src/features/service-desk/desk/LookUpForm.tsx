import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { controlLook, FieldFoot, FieldHead, fieldBinding } from '@sampai/ui/fieldParts';
import { type FormEvent, useRef, useState } from 'react';
import { LookUpDocument } from '../../../generated/desk.ts';
import { clock } from '../../../lib/format.ts';
import { ours, type Sentence, said, useLocale } from '../../../lib/locale.ts';
import { isRefusal } from '../../../lib/refusal.ts';
import { useArrivalFocus } from '../../../lib/useArrivalFocus.ts';
import { deskTexts, useDeskTexts } from '../texts.ts';

const ID = 'identifier';

export type LookUpFormProps = {
  /** The look before is over as soon as the next begins: two people are never on the screen at once. */
  onBegin: () => void;
  onFound: (lookId: string) => void;
  onRefused: () => void;
  onTrouble: (error: unknown) => void;
};

/** One field and its button in one line; what is wrong stands under both, and the field takes the focus back. */
export function LookUpForm({ onBegin, onFound, onRefused, onTrouble }: LookUpFormProps) {
  const t = useDeskTexts().lookUp;
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const [identifier, setIdentifier] = useState('');
  const [fault, setFault] = useState<Sentence>();
  const [lookUp, { loading }] = useMutation(LookUpDocument);

  useArrivalFocus(field);
  const texts = { label: t.identifier, hint: t.hint, error: fault?.(locale) };

  const refuse = (message: Sentence) => {
    setFault(() => message);
    field.current?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    if (identifier.trim() === '') return refuse(ours(deskTexts, (texts) => texts.lookUp.missing));
    setFault(undefined);
    onBegin();
    try {
      const { data } = await lookUp({ variables: { input: { identifier } } });
      const result = data?.lookUp;
      if (!result) return;
      if (!isRefusal(result)) return onFound(result.id);
      onRefused();
      if (result.code === 'NOT_SIGNED_IN') return;
      const { until } = result;
      refuse(said(result.message, (its) => (until ? ` ${deskTexts[its].lookUp.until(clock(until))}` : '')));
    } catch (error) {
      onTrouble(error);
    }
  };

  return (
    <form noValidate onSubmit={submit} className="flex max-w-measure flex-col gap-1.5">
      <FieldHead id={ID} {...texts} />
      <div className="flex max-w-120 gap-3">
        <input
          {...fieldBinding(ID, texts)}
          ref={field}
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          className={controlLook}
        />
        <Button type="submit" isPending={loading} pendingLabel={t.pending} className="shrink-0">
          {t.submit}
        </Button>
      </div>
      <FieldFoot id={ID} {...texts} />
    </form>
  );
}
