import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { TextField } from '@sampai/ui/TextField';
import { type FormEvent, useRef, useState } from 'react';
import { LookUpDocument } from '../../../generated/desk.ts';
import { clock } from '../../../lib/format.ts';
import { isRefusal } from '../../../lib/refusal.ts';
import { useDeskTexts } from '../texts.ts';

export type LookUpFormProps = {
  /** The look before is over as soon as the next begins: two people are never on the screen at once. */
  onBegin: () => void;
  onFound: (lookId: string) => void;
  onRefused: () => void;
  onTrouble: (error: unknown) => void;
};

/** One field, one button; what is wrong stands at the field, which takes the focus back. */
export function LookUpForm({ onBegin, onFound, onRefused, onTrouble }: LookUpFormProps) {
  const t = useDeskTexts().lookUp;
  const field = useRef<HTMLInputElement>(null);
  const [identifier, setIdentifier] = useState('');
  const [fault, setFault] = useState<string>();
  const [lookUp, { loading }] = useMutation(LookUpDocument);

  const refuse = (message: string) => {
    setFault(message);
    field.current?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    if (identifier.trim() === '') return refuse(t.missing);
    setFault(undefined);
    onBegin();
    try {
      const { data } = await lookUp({ variables: { input: { identifier } } });
      const result = data?.lookUp;
      if (!result) return;
      if (!isRefusal(result)) return onFound(result.id);
      onRefused();
      if (result.code === 'NOT_SIGNED_IN') return;
      refuse(result.until ? `${result.message} ${t.until(clock(result.until))}` : result.message);
    } catch (error) {
      onTrouble(error);
    }
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-[1_1_15rem] sm:max-w-field">
        <TextField
          id="identifier"
          label={t.identifier}
          hint={t.hint}
          value={identifier}
          onChange={setIdentifier}
          inputRef={field}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          error={fault}
        />
      </div>
      <Button type="submit" isPending={loading} pendingLabel={t.pending} className="self-end">
        {t.submit}
      </Button>
    </form>
  );
}
