import { Redirect } from '../../../lib/Redirect.tsx';
import { useAnswers } from './answers.ts';
import { FormScreen } from './form/FormScreen.tsx';
import { admitted, type Screen } from './journey.ts';
import { QuestionScreen } from './QuestionScreen.tsx';

export type QuestionsProps = { screen: Screen; taxYear: number; taxpayerId: string };

/** The screen that the URL names, if the answers so far have reached it; else the one they have reached. */
export function Questions({ screen, taxYear, taxpayerId }: QuestionsProps) {
  const { answers, answer } = useAnswers(taxpayerId, taxYear);
  const allowed = admitted(screen, answers);
  if (allowed !== screen) return <Redirect path={`/filing/new/${allowed}?year=${taxYear}`} />;
  if (screen === 'form') return <FormScreen taxYear={taxYear} answers={answers} />;
  return <QuestionScreen question={screen} taxYear={taxYear} answers={answers} onAnswer={answer} />;
}
