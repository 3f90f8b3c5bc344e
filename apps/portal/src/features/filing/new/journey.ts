import { type FormCode, type RoutingAnswers, routeForm, SHORT_FORM_GROSS_LIMIT } from '@sampai/tax-forms';

/**
 * The questions that choose the form, as a table: to a question, an answer, the next screen. What the answers so
 * far have decided is not asked; the URL holds the screen, and `admitted` says whether it is right for them.
 */
const table = {
  business: { yes: 'form', no: 'spouse' },
  spouse: { yes: 'form', no: 'gross' },
  gross: { within: 'employers', above: 'form' },
  employers: { none: 'form', one: 'form', more: 'form' },
} as const;

export type Question = keyof typeof table;
export type Screen = Question | 'form';
export type AnswerTo<Q extends Question> = keyof (typeof table)[Q] & string;
export type Answers = { readonly [Q in Question]?: AnswerTo<Q> };

const FIRST: Question = 'business';

/** What may be answered to a question, in the order of asking. */
export function choicesOf<Q extends Question>(question: Q): AnswerTo<Q>[] {
  return Object.keys(table[question]) as AnswerTo<Q>[];
}

/** Whether a URL names a screen. */
export function isScreen(text: string): text is Screen {
  return text === 'form' || isQuestion(text);
}

/** Whether something read from storage is a question or answers it. */
export function isQuestion(text: string): text is Question {
  return Object.hasOwn(table, text);
}
export function isAnswerTo<Q extends Question>(question: Q, text: unknown): text is AnswerTo<Q> {
  return typeof text === 'string' && Object.hasOwn(table[question], text);
}

/** The screen after `answer`. */
export function nextScreen<Q extends Question>(question: Q, answer: AnswerTo<Q>): Screen {
  return table[question][answer] as Screen;
}

/** The questions these answers lead through: all answered ones in order, then the open one if there is one. */
export function asked(answers: Answers): { questions: Question[]; isDecided: boolean } {
  const questions: Question[] = [];
  let screen: Screen = FIRST;
  while (screen !== 'form') {
    questions.push(screen);
    const answer: Answers[Question] = answers[screen];
    if (answer === undefined) return { questions, isDecided: false };
    screen = nextScreen(screen, answer as never);
  }
  return { questions, isDecided: true };
}

/** The screen to show when the URL wants `wanted`: the open question when it wants one that is not reached. */
export function admitted(wanted: Screen, answers: Answers): Screen {
  const { questions, isDecided } = asked(answers);
  const isReached = wanted === 'form' ? isDecided : questions.includes(wanted);
  return isReached ? wanted : (questions.at(-1) ?? FIRST);
}

/** The question before a screen; undefined before the first. */
export function previous(screen: Screen, answers: Answers): Question | undefined {
  const { questions } = asked(answers);
  return screen === 'form' ? questions.at(-1) : questions[questions.indexOf(screen) - 1];
}

/**
 * The form that the answers lead to; undefined while a question is open. The gross income is asked as a side of
 * the limit, not as an amount: nobody has to know the rupiah before seeing their slip.
 */
export function formOf(answers: Answers): FormCode | undefined {
  if (!asked(answers).isDecided) return undefined;
  const routing: RoutingAnswers = {
    businessOrFreeProfession: answers.business === 'yes',
    separateOrPropertySplit: answers.spouse === 'yes',
    grossYear: answers.gross === 'above' ? SHORT_FORM_GROSS_LIMIT + 1n : SHORT_FORM_GROSS_LIMIT,
    employers: { none: 0, one: 1, more: 2 }[answers.employers ?? 'none'],
  };
  return routeForm(routing);
}
