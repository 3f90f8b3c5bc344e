import { Button, buttonLook } from '@sampai/ui/Button';
import { Choice } from '@sampai/ui/Choice';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Actions } from '@sampai/ui/Page';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ours, useTexts } from '../../../lib/locale.ts';
import { Screen } from '../../../lib/Screen.tsx';
import { useFaults } from '../../../lib/useFaults.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { shell as enShell } from '../../../locales/en/shell.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { shell as idShell } from '../../../locales/id/shell.ts';
import { FilingSteps } from '../FilingSteps.tsx';
import { Guide } from './Guide.tsx';
import { type Answers, choicesOf, isAnswerTo, nextScreen, previous, type Question } from './journey.ts';

export type QuestionScreenProps = {
  question: Question;
  taxYear: number;
  answers: Answers;
  onAnswer: (question: Question, answer: string) => void;
};

/** One question, its answers all in sight. An answer given before is still chosen. */
export function QuestionScreen({ question, taxYear, answers, onAnswer }: QuestionScreenProps) {
  const t = useTexts({ id, en });
  const common = useTexts({ id: idShell, en: enShell });
  const navigate = useNavigate();
  const faults = useFaults({ answer: 'answer' });
  const [picked, setPicked] = useState<string>(answers[question] ?? '');
  const words: QuestionWords = t.new[question];
  const back = previous(question, answers);
  const search = { year: taxYear };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isAnswerTo(question, picked)) {
      return faults.show([{ field: 'answer', message: ours({ id, en }, (texts) => texts.new.unanswered) }]);
    }
    onAnswer(question, picked);
    navigate({ to: '/filing/new/$screen', params: { screen: nextScreen(question, picked) }, search });
  };

  return (
    <Screen title={words.title} before={<FilingSteps at="questions" />} aside={<Guide />}>
      <ErrorSummary title={common.faults} {...faults.summary} />
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <Choice
          id="answer"
          label={words.label(taxYear)}
          hint={words.hint}
          value={picked}
          onChange={setPicked}
          error={faults.of('answer')}
          options={choicesOf(question).map((value) => ({
            value,
            label: words.options[value] ?? value,
            hint: words.optionHints?.[value] ?? '',
          }))}
        />
        <Actions>
          <Button type="submit">{t.new.submit}</Button>
          {back === undefined ? (
            <Link to="/" className={buttonLook('secondary')}>
              {t.home}
            </Link>
          ) : (
            <Link
              to="/filing/new/$screen"
              params={{ screen: back }}
              search={search}
              className={buttonLook('secondary')}
            >
              {t.back}
            </Link>
          )}
        </Actions>
      </form>
    </Screen>
  );
}

type QuestionWords = {
  title: string;
  label: (taxYear: number) => string;
  hint: string;
  options: Record<string, string>;
  optionHints?: Record<string, string>;
};
