import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Card, CardTitle } from '@sampai/ui/Card';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { PasswordField } from '@sampai/ui/PasswordField';
import { TextField } from '@sampai/ui/TextField';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { SignInDocument } from '../../../generated/sign-in.ts';
import { ours, useTexts } from '../../../lib/locale.ts';
import { isRefusal } from '../../../lib/refusal.ts';
import { Screen } from '../../../lib/Screen.tsx';
import { TroubleView } from '../../../lib/states.tsx';
import { useFaults } from '../../../lib/useFaults.ts';
import { useProofOfWork } from '../../../lib/work/useProofOfWork.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { shell as enShell } from '../../../locales/en/shell.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';
import { shell as idShell } from '../../../locales/id/shell.ts';
import { beginSession } from '../beginSession.ts';
import { ArrivalToday } from './ArrivalToday.tsx';
import { Notices } from './Notices.tsx';

export type SignInScreenProps = {
  /** A path of this portal, already judged safe. */
  next: string;
  /** Whether a session ended under somebody's hands. */
  ended: boolean;
};

const ids = { identifier: 'identifier', password: 'password' };
const missingTexts = {
  identifier: ours({ id, en }, (t) => t.signIn.identifierMissing),
  password: ours({ id, en }, (t) => t.signIn.passwordMissing),
};

export function SignInScreen({ next, ended }: SignInScreenProps) {
  const t = useTexts({ id, en }).signIn;
  const common = useTexts({ id: idShell, en: enShell });
  const client = useApolloClient();
  const navigate = useNavigate();
  const router = useRouter();
  const faults = useFaults(ids);
  const working = useProofOfWork();
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SignInDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading || working.on) return;
    const missing = [
      ...(identifier.trim() === ''
        ? [{ field: 'identifier', message: missingTexts.identifier } as const]
        : []),
      ...(password === '' ? [{ field: 'password', message: missingTexts.password } as const] : []),
    ];
    if (missing.length > 0) return faults.show(missing);
    faults.clear();
    const result = await working.through((proof) =>
      signIn({ variables: { input: { identifier, password, ...proof } } }).then(
        ({ data }) => data?.signIn,
        () => undefined,
      ),
    );
    if (!result) return;
    if (isRefusal(result)) return faults.refuse(result);
    if ('token' in result) {
      return navigate({
        to: '/sign-in/code',
        search: { token: result.token.id, ...(next === '/' ? {} : { next }) },
      });
    }
    await beginSession(client, result);
    router.history.push(next);
  };

  return (
    <Screen title={t.title} lead={t.lead} aside={<Aside />}>
      <Notices />
      {ended ? <Note title={t.ended} /> : null}
      <ErrorSummary title={common.faults} {...faults.summary} />
      {error ? <TroubleView error={error} /> : null}
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <TextField
          id={ids.identifier}
          label={t.identifier}
          hint={t.identifierHint}
          value={identifier}
          onChange={setIdentifier}
          error={faults.of('identifier')}
          inputMode="numeric"
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField
          id={ids.password}
          label={t.password}
          texts={{ show: t.show, hide: t.hide }}
          value={password}
          onChange={setPassword}
          error={faults.of('password')}
          autoComplete="current-password"
        />
        <Actions>
          <Button
            type="submit"
            isPending={loading || working.on}
            pendingLabel={working.on ? common.checking : t.pending}
          >
            {t.submit}
          </Button>
        </Actions>
      </form>
    </Screen>
  );
}

function Aside() {
  const t = useTexts({ id, en }).signIn;
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <CardTitle>{t.newHere}</CardTitle>
        <p className="mt-2 text-ink-2">{t.newHereBody}</p>
        <p className="mt-4">
          <Link to="/activation" className="link font-semibold">
            {t.activate}
          </Link>
        </p>
      </Card>
      <ArrivalToday />
    </div>
  );
}
