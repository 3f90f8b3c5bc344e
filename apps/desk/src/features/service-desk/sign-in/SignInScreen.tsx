import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Note } from '@sampai/ui/Note';
import { Actions, Columns, Title } from '@sampai/ui/Page';
import { PasswordField } from '@sampai/ui/PasswordField';
import { TextField } from '@sampai/ui/TextField';
import { type FormEvent, useRef, useState } from 'react';
import { AgentDocument, SignInDocument } from '../../../generated/desk.ts';
import { clock } from '../../../lib/format.ts';
import { type Locale, ours, said, useTexts } from '../../../lib/locale.ts';
import { isRefusal } from '../../../lib/refusal.ts';
import { TroubleView } from '../../../lib/states.tsx';
import { useArrivalFocus } from '../../../lib/useArrivalFocus.ts';
import { useFaults } from '../../../lib/useFaults.ts';
import { shell as enShell } from '../../../locales/en/shell.ts';
import { shell as idShell } from '../../../locales/id/shell.ts';
import { deskTexts, useDeskTexts } from '../texts.ts';

const ids = { login: 'login', password: 'password' };
const missingTexts = {
  login: ours(deskTexts, (t) => t.signIn.loginMissing),
  password: ours(deskTexts, (t) => t.signIn.passwordMissing),
};

/** `ended`: a session ended under somebody's hands. */
export function SignInScreen({ ended }: { ended: boolean }) {
  const t = useDeskTexts().signIn;
  const common = useTexts({ id: idShell, en: enShell });
  const client = useApolloClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const faults = useFaults(ids);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SignInDocument);

  useArrivalFocus(heading);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    const missing = [
      ...(login.trim() === '' ? [{ field: 'login', message: missingTexts.login } as const] : []),
      ...(password === '' ? [{ field: 'password', message: missingTexts.password } as const] : []),
    ];
    if (missing.length > 0) return faults.show(missing);
    faults.clear();
    const { data } = await signIn({ variables: { input: { login, password } } }).catch(() => ({
      data: undefined,
    }));
    const result = data?.signIn;
    if (!result) return;
    if (!isRefusal(result)) return client.writeQuery({ query: AgentDocument, data: { agent: result } });
    const { until } = result;
    const when = (locale: Locale) => (until ? ` ${deskTexts[locale].signIn.until(clock(until))}` : '');
    faults.show([{ message: said(result.message, when) }]);
  };

  return (
    <Columns>
      <Title lead={t.lead} headingRef={heading}>
        {t.title}
      </Title>
      {ended ? <Note title={t.ended} live /> : null}
      <ErrorSummary title={common.faults} {...faults.summary} />
      {error ? <TroubleView error={error} /> : null}
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <TextField
          id={ids.login}
          label={t.login}
          value={login}
          onChange={setLogin}
          error={faults.of('login')}
          autoComplete="username"
          autoCapitalize="none"
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
          <Button type="submit" isPending={loading} pendingLabel={t.pending}>
            {t.submit}
          </Button>
        </Actions>
      </form>
    </Columns>
  );
}
