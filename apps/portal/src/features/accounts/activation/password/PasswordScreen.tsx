import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Checkbox } from '@sampai/ui/Checkbox';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Actions } from '@sampai/ui/Page';
import { PasswordField } from '@sampai/ui/PasswordField';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type ActivationViewFragment, CompleteActivationDocument } from '../../../../generated/activation.ts';
import { ours, useTexts } from '../../../../lib/locale.ts';
import { isRefusal } from '../../../../lib/refusal.ts';
import { Screen } from '../../../../lib/Screen.tsx';
import { TroubleView } from '../../../../lib/states.tsx';
import { useFaults } from '../../../../lib/useFaults.ts';
import { activation as en } from '../../../../locales/en/activation.ts';
import { shell as enShell } from '../../../../locales/en/shell.ts';
import { activation as id } from '../../../../locales/id/activation.ts';
import { shell as idShell } from '../../../../locales/id/shell.ts';
import { beginSession } from '../../beginSession.ts';
import { ActivationSteps } from '../ActivationSteps.tsx';
import { useGo } from '../useGo.ts';

const ids = { password: 'password', liabilityAccepted: 'liability' };
/** What the API refuses in any case is said at once, together with a notice that is not ticked. */
const SHORTEST = 10;
const missing = ours({ id, en }, (t) => t.password.missing);
const tooShort = ours({ id, en }, (t) => t.password.tooShort);
const notAccepted = ours({ id, en }, (t) => t.password.acceptMissing);

/** The last step: the notice of liability, a password, and one is signed in. */
export function PasswordScreen({ activation }: { activation: ActivationViewFragment }) {
  const t = useTexts({ id, en }).password;
  const common = useTexts({ id: idShell, en: enShell });
  const client = useApolloClient();
  const navigate = useNavigate();
  const go = useGo('password');
  const faults = useFaults(ids);
  const [password, setPassword] = useState('');
  const [liabilityAccepted, setAccepted] = useState(false);
  const [complete, { loading, error }] = useMutation(CompleteActivationDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    const wrong = [
      ...(password.length < SHORTEST
        ? [{ field: 'password', message: password ? tooShort : missing } as const]
        : []),
      ...(liabilityAccepted ? [] : [{ field: 'liabilityAccepted', message: notAccepted } as const]),
    ];
    if (wrong.length > 0) return faults.show(wrong);
    faults.clear();
    const input = { activationId: activation.id, password, liabilityAccepted };
    const answered = await complete({ variables: { input } }).catch(() => undefined);
    const result = answered?.data?.completeActivation;
    if (!result) return;
    if (isRefusal(result)) return faults.refuse(result);
    await beginSession(client, result);
    await navigate({ to: '/', search: { activated: true } });
  };

  return (
    <Screen title={t.title} lead={t.lead} before={<ActivationSteps at="password" />}>
      <ErrorSummary title={common.faults} {...faults.summary} />
      {error ? <TroubleView error={error} /> : null}
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <PasswordField
          id={ids.password}
          label={t.password}
          hint={t.hint}
          texts={{ show: t.show, hide: t.hide }}
          value={password}
          onChange={setPassword}
          error={faults.of('password')}
          autoComplete="new-password"
        />
        <Card>
          <CardTitle>{t.noticeTitle}</CardTitle>
          {t.notice.map((paragraph) => (
            <p key={paragraph} className="mt-2">
              {paragraph}
            </p>
          ))}
          <p className="mt-3 text-sm text-ink-2">{t.noticeBasis}</p>
          <div className="mt-4 border-t border-line pt-4">
            <Checkbox
              id={ids.liabilityAccepted}
              isSelected={liabilityAccepted}
              onChange={setAccepted}
              error={faults.of('liabilityAccepted')}
            >
              {t.accept}
            </Checkbox>
          </div>
        </Card>
        <Actions>
          <Button type="submit" isPending={loading} pendingLabel={t.pending}>
            {t.submit}
          </Button>
          <Button kind="secondary" onPress={() => go('backToCodes', activation.id)}>
            {t.back}
          </Button>
        </Actions>
      </form>
    </Screen>
  );
}
