import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Card, CardTitle } from '@sampai/ui/Card';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Actions } from '@sampai/ui/Page';
import { TextField } from '@sampai/ui/TextField';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { StartActivationDocument } from '../../../../generated/activation.ts';
import { ours, useTexts } from '../../../../lib/locale.ts';
import { isRefusal } from '../../../../lib/refusal.ts';
import { Screen } from '../../../../lib/Screen.tsx';
import { TroubleView } from '../../../../lib/states.tsx';
import { useFaults } from '../../../../lib/useFaults.ts';
import { activation as en } from '../../../../locales/en/activation.ts';
import { shell as enShell } from '../../../../locales/en/shell.ts';
import { activation as id } from '../../../../locales/id/activation.ts';
import { shell as idShell } from '../../../../locales/id/shell.ts';
import { ActivationSteps } from '../ActivationSteps.tsx';
import { useGo } from '../useGo.ts';

const ids = { identifier: 'identifier', efin: 'efin' };
const missingTexts = {
  identifier: ours({ id, en }, (t) => t.identify.identifierMissing),
  efin: ours({ id, en }, (t) => t.identify.efinMissing),
};

/** Who are you, and is the e-FIN yours? */
export function IdentifyScreen() {
  const t = useTexts({ id, en }).identify;
  const common = useTexts({ id: idShell, en: enShell });
  const go = useGo('identify');
  const faults = useFaults(ids);
  const [identifier, setIdentifier] = useState('');
  const [efin, setEfin] = useState('');
  const [start, { loading, error }] = useMutation(StartActivationDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    const missing = [
      ...(identifier.trim() === ''
        ? [{ field: 'identifier', message: missingTexts.identifier } as const]
        : []),
      ...(efin.trim() === '' ? [{ field: 'efin', message: missingTexts.efin } as const] : []),
    ];
    if (missing.length > 0) return faults.show(missing);
    faults.clear();
    const answered = await start({ variables: { input: { identifier, efin } } }).catch(() => undefined);
    const result = answered?.data?.startActivation;
    if (!result) return;
    if (isRefusal(result)) return faults.refuse(result);
    go('recognised', result.id);
  };

  return (
    <Screen title={t.title} lead={t.lead} before={<ActivationSteps at="identify" />} aside={<Help />}>
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
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          id={ids.efin}
          label={t.efin}
          hint={t.efinHint}
          value={efin}
          onChange={setEfin}
          error={faults.of('efin')}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
        />
        <Actions>
          <Button type="submit" isPending={loading} pendingLabel={t.pending}>
            {t.submit}
          </Button>
        </Actions>
      </form>
    </Screen>
  );
}

function Help() {
  const t = useTexts({ id, en }).identify;
  return (
    <Card>
      <CardTitle>{t.helpTitle}</CardTitle>
      <p className="mt-2 text-ink-2">{t.help}</p>
      <p className="mt-5 border-t border-line pt-4">
        {t.have}{' '}
        <Link to="/sign-in" className="link font-semibold">
          {t.signIn}
        </Link>
      </p>
    </Card>
  );
}
