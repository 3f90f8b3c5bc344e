import { useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Card } from '@sampai/ui/Card';
import { Note } from '@sampai/ui/Note';
import { Skeleton } from '@sampai/ui/Skeleton';
import { Summary } from '@sampai/ui/Summary';
import { TextField } from '@sampai/ui/TextField';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { CheckReceiptDocument, type CheckReceiptQuery } from '../../generated/verify.ts';
import { inFours, moment } from '../../lib/format.ts';
import { ours, type Sentence, useLocale, useTexts } from '../../lib/locale.ts';
import { Screen } from '../../lib/Screen.tsx';
import { Loading, TroubleView } from '../../lib/states.tsx';
import { verify as en } from '../../locales/en/verify.ts';
import { verify as id } from '../../locales/id/verify.ts';

/** The public check of a receipt. The number is in the URL, where the QR code on the sheet puts it. */
export function VerifyScreen({ number }: { number: string }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  const [fault, setFault] = useState<Sentence>();
  const { data, error, loading, refetch } = useQuery(CheckReceiptDocument, {
    variables: { number },
    skip: number === '',
    fetchPolicy: 'network-only',
    notifyOnNetworkStatusChange: true,
  });

  const check = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted === '') {
      setFault(() => ours({ id, en }, (texts) => texts.missing));
      document.getElementById('receipt-number')?.focus();
    } else if (wanted === number) refetch().catch(() => undefined);
    else navigate({ to: '/verify', search: { number: wanted } });
  };

  return (
    <Screen title={t.title} lead={t.lead}>
      <form noValidate onSubmit={check} className="flex flex-col gap-5">
        <TextField
          id="receipt-number"
          label={t.number}
          hint={t.hint}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setFault(undefined);
          }}
          error={fault?.(locale)}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" className="self-start" isPending={loading} pendingLabel={t.pending}>
          {t.submit}
        </Button>
      </form>
      {loading ? (
        <Loading>
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : error ? (
        <TroubleView
          error={error}
          onRetry={() => {
            refetch().catch(() => undefined);
          }}
        />
      ) : data ? (
        <Finding receipt={data.receipt} />
      ) : null}
    </Screen>
  );
}

function Finding({ receipt }: { receipt: CheckReceiptQuery['receipt'] }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (!receipt?.genuine) {
    return (
      <Note live tone="refused" title={t.unknown}>
        {t.unknownBody}
      </Note>
    );
  }
  return (
    <>
      <Note live tone="good" title={t.genuine}>
        {t.genuineBody}
      </Note>
      <Card>
        <Summary
          rows={[
            { id: 'number', label: t.rows.number, value: inFours(receipt.number) },
            ...(receipt.form
              ? [{ id: 'form', label: t.rows.form, value: t.form[receipt.form] ?? receipt.form }]
              : []),
            ...(receipt.taxYear ? [{ id: 'year', label: t.rows.taxYear, value: receipt.taxYear }] : []),
            ...(receipt.submittedAt
              ? [{ id: 'at', label: t.rows.submittedAt, value: moment(receipt.submittedAt, locale) }]
              : []),
          ]}
        />
      </Card>
    </>
  );
}
