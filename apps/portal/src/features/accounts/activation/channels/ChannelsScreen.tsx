import { useMutation } from '@apollo/client/react';
import { parseEmail, parsePhone } from '@sampai/identifiers';
import { Button } from '@sampai/ui/Button';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { CheckIcon } from '@sampai/ui/icons';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { Tag } from '@sampai/ui/Tag';
import { TextField } from '@sampai/ui/TextField';
import { type FormEvent, useState } from 'react';
import {
  type ActivationViewFragment,
  SetActivationChannelsDocument,
} from '../../../../generated/activation.ts';
import { moment } from '../../../../lib/format.ts';
import { ours, useLocale, useTexts } from '../../../../lib/locale.ts';
import { isRefusal } from '../../../../lib/refusal.ts';
import { Screen } from '../../../../lib/Screen.tsx';
import { TroubleView } from '../../../../lib/states.tsx';
import { type Fault, useFaults } from '../../../../lib/useFaults.ts';
import { useProofOfWork } from '../../../../lib/work/useProofOfWork.ts';
import { activation as en } from '../../../../locales/en/activation.ts';
import { shell as enShell } from '../../../../locales/en/shell.ts';
import { activation as id } from '../../../../locales/id/activation.ts';
import { shell as idShell } from '../../../../locales/id/shell.ts';
import { ActivationSteps } from '../ActivationSteps.tsx';
import { type Address, currentAddresses } from '../currentTokens.ts';
import { useGo } from '../useGo.ts';

const ids = { phone: 'phone', email: 'email' };
type Wanted = { phone?: string; email?: string };

/** What cannot be right, in both fields at once; the API, which knows more, judges one after the other. */
function faultsIn({ phone, email }: Wanted, first: keyof Wanted): Fault<keyof Wanted>[] {
  const say = (field: keyof Wanted, word: 'missing' | 'noPhone' | 'noEmail'): Fault<keyof Wanted> => ({
    field,
    message: ours({ id, en }, (t) => t.channels[word]),
  });
  if (phone === undefined && email === undefined) return [say(first, 'missing')];
  return [
    ...(phone === undefined || parsePhone(phone).ok ? [] : [say('phone', 'noPhone')]),
    ...(email === undefined || parseEmail(email).ok ? [] : [say('email', 'noEmail')]),
  ];
}

/** Where codes go. Comes back when an address that is not confirmed yet is to be replaced. */
export function ChannelsScreen({ activation }: { activation: ActivationViewFragment }) {
  const t = useTexts({ id, en }).channels;
  const common = useTexts({ id: idShell, en: enShell });
  const locale = useLocale();
  const go = useGo('channels');
  const faults = useFaults(ids);
  const working = useProofOfWork();
  const [phone, setPhone] = useState('');
  const [email, setEmail] = useState('');
  const [send, { loading, error }] = useMutation(SetActivationChannelsDocument);
  const addresses = currentAddresses(activation.tokens);
  const sms = addresses.find(({ channel }) => channel === 'SMS');
  const mail = addresses.find(({ channel }) => channel === 'EMAIL');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading || working.on) return;
    const wanted = {
      ...(phone.trim() === '' ? {} : { phone }),
      ...(email.trim() === '' ? {} : { email }),
    };
    const wrong = faultsIn(wanted, sms?.token.state === 'VERIFIED' ? 'email' : 'phone');
    if (wrong.length > 0) return faults.show(wrong);
    faults.clear();
    const input = { activationId: activation.id, ...wanted };
    const result = await working.through((proof) =>
      send({ variables: { input: { ...input, ...proof } } }).then(
        ({ data }) => data?.setActivationChannels,
        () => undefined,
      ),
    );
    if (!result) return;
    if (isRefusal(result)) return faults.refuse(result);
    go('codesSent', activation.id);
  };

  return (
    <Screen
      title={t.title}
      lead={t.lead(activation.taxpayerName, moment(activation.efinValidUntil, locale))}
      before={<ActivationSteps at="channels" />}
    >
      <ErrorSummary title={common.faults} {...faults.summary} />
      {error ? <TroubleView error={error} /> : null}
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        {sms?.token.state === 'VERIFIED' ? (
          <Confirmed label={t.phone} address={sms} />
        ) : (
          <TextField
            id={ids.phone}
            label={t.phone}
            hint={sms ? t.current(sms.maskedAddress) : t.phoneHint}
            value={phone}
            onChange={setPhone}
            error={faults.of('phone')}
            type="tel"
            autoComplete="tel-national"
          />
        )}
        {mail?.token.state === 'VERIFIED' ? (
          <Confirmed label={t.email} address={mail} />
        ) : (
          <TextField
            id={ids.email}
            label={t.email}
            hint={mail ? t.current(mail.maskedAddress) : t.emailHint}
            value={email}
            onChange={setEmail}
            error={faults.of('email')}
            type="email"
            autoComplete="email"
            spellCheck={false}
          />
        )}
        {addresses.length === 0 ? (
          <Note tone="info" title={t.advice}>
            {t.adviceBody}
          </Note>
        ) : null}
        <Actions>
          <Button
            type="submit"
            isPending={loading || working.on}
            pendingLabel={working.on ? common.checking : t.pending}
          >
            {t.submit}
          </Button>
          {addresses.length > 0 ? (
            <Button kind="secondary" onPress={() => go('keepAddresses', activation.id)}>
              {t.keep}
            </Button>
          ) : null}
        </Actions>
      </form>
    </Screen>
  );
}

function Confirmed({ label, address }: { label: string; address: Address }) {
  const t = useTexts({ id, en }).channels;
  return (
    <div>
      <p className="font-semibold">{label}</p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        {address.maskedAddress}
        <Tag tone="sirih" icon={<CheckIcon className="size-3.5" />}>
          {t.confirmed}
        </Tag>
      </p>
    </div>
  );
}
