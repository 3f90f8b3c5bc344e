import { useMutation } from '@apollo/client/react';
import { dueDate, type FormCode, isFormCode } from '@sampai/tax-forms';
import { Button, buttonLook } from '@sampai/ui/Button';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { OpenReturnDocument } from '../../../../generated/filing.ts';
import { date } from '../../../../lib/format.ts';
import { type Sentence, said, useLocale, useTexts } from '../../../../lib/locale.ts';
import { isRefusal } from '../../../../lib/refusal.ts';
import { Screen } from '../../../../lib/Screen.tsx';
import { serverNow } from '../../../../lib/serverClock.ts';
import { TroubleView } from '../../../../lib/states.tsx';
import { filing as en } from '../../../../locales/en/filing.ts';
import { filing as id } from '../../../../locales/id/filing.ts';
import { isPast } from '../../days.ts';
import { FilingSteps } from '../../FilingSteps.tsx';
import { Guide } from '../Guide.tsx';
import { type Answers, asked, formOf } from '../journey.ts';

type FormScreenProps = { taxYear: number; answers: Answers };

/** What the answers lead to: a form to fill in here, or the truth about one that cannot be yet. */
export function FormScreen({ taxYear, answers }: FormScreenProps) {
  const t = useTexts({ id, en });
  const form = formOf(answers);
  if (form === undefined) throw new Error('the form is asked for before the questions are answered');
  return (
    <Screen
      title={t.new.form.title(t.form[form])}
      lead={t.new.form.lead(taxYear)}
      before={<FilingSteps at="questions" />}
      aside={<Guide />}
    >
      {isFormCode(form) ? (
        <Opening form={form} taxYear={taxYear} />
      ) : (
        <NotHere form={form} taxYear={taxYear} />
      )}
      <Answered taxYear={taxYear} answers={answers} />
    </Screen>
  );
}

type Chosen = { form: FormCode; taxYear: number };

function Opening({ form, taxYear }: Chosen) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const navigate = useNavigate();
  const [refusal, setRefused] = useState<Sentence>();
  const [openReturn, { loading, error }] = useMutation(OpenReturnDocument);
  const refused = refusal?.(locale);

  const open = async () => {
    setRefused(undefined);
    const answered = await openReturn({ variables: { input: { form, taxYear } } }).catch(() => undefined);
    const result = answered?.data?.openReturn;
    if (!result) return;
    if (isRefusal(result)) return setRefused(() => said(result.message));
    await navigate({
      to: '/filing/$returnId/$screen',
      params: { returnId: result.id, screen: 'income' },
    });
  };

  return (
    <>
      <Note tone="info" title={t.new.form.ready}>
        {t.new.form.readyBody}
      </Note>
      {refused ? <Note live tone="refused" title={refused} /> : null}
      {error ? <TroubleView error={error} /> : null}
      <Actions>
        <Button onPress={open} isPending={loading} pendingLabel={t.new.form.opening}>
          {t.new.form.open(t.form[form], taxYear)}
        </Button>
        {refused ? (
          <Link to="/" className={buttonLook('secondary')}>
            {t.home}
          </Link>
        ) : null}
      </Actions>
    </>
  );
}

function NotHere({ form, taxYear }: Chosen) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const day = dueDate(form, taxYear);
  const due = date(day, locale);
  return (
    <>
      <Note title={t.new.form.notHere(t.form[form])}>
        {isPast(day, serverNow()) ? t.new.form.notHereLate(due) : t.new.form.notHereBody(due)}
      </Note>
      <p>
        <Link to="/" className={buttonLook('primary')}>
          {t.home}
        </Link>
      </p>
    </>
  );
}

function Answered({ taxYear, answers }: FormScreenProps) {
  const t = useTexts({ id, en });
  return (
    <Card>
      <CardTitle>{t.new.form.answers}</CardTitle>
      <dl className="mt-2">
        {asked(answers).questions.map((question) => {
          const words: { short: string; options: Record<string, string> } = t.new[question];
          return (
            <div
              key={question}
              className="grid grid-cols-[1fr_auto] gap-x-5 gap-y-0.5 border-b border-line py-3 last:border-b-0"
            >
              <dt className="text-sm text-ink-2">{words.short}</dt>
              <dd className="row-start-2 font-semibold">{words.options[answers[question] ?? '']}</dd>
              <dd className="row-span-2 self-center text-sm">
                <Link
                  to="/filing/new/$screen"
                  params={{ screen: question }}
                  search={{ year: taxYear }}
                  className="link inline-flex min-h-6 items-center"
                  aria-label={`${t.change}: ${words.short}`}
                >
                  {t.change}
                </Link>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-2 text-sm text-ink-2">
        {t.new.form.doubt} {t.new.kept}
      </p>
    </Card>
  );
}
