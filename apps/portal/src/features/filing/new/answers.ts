import { useState } from 'react';
import { type Answers, choicesOf, isAnswerTo, isQuestion, type Question } from './journey.ts';

/**
 * Answers to the questions stay in this browser, for the person and the tax year, so that a reload or a form that
 * does not stand yet loses nothing. They say yes or no, never an amount.
 */
const keyOf = (taxpayerId: string, taxYear: number) => `sampai.filing.new.${taxpayerId}.${taxYear}`;

/** Reads what was kept; whatever in it is no answer of ours is left out. */
export function parseAnswers(text: string | null): Answers {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof read !== 'object' || read === null) return {};
  const kept = Object.entries(read).filter(
    ([question, answer]) => isQuestion(question) && isAnswerTo(question, answer),
  );
  return Object.fromEntries(kept) as Answers;
}

/** The answers so far, and a way to add one. */
export function useAnswers(taxpayerId: string, taxYear: number) {
  const key = keyOf(taxpayerId, taxYear);
  const [answers, setAnswers] = useState(() => parseAnswers(stored(key)));
  const answer = (question: Question, value: string) => {
    if (!isAnswerTo(question, value)) throw new Error(`${question} takes ${choicesOf(question).join(', ')}`);
    const next = { ...answers, [question]: value };
    setAnswers(next);
    keep(key, next);
  };
  return { answers, answer };
}

/** Where the browser's settings close its storage, answers last until the reload. */
const memory = new Map<string, string>();

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function keep(key: string, answers: Answers): void {
  const text = JSON.stringify(answers);
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // see memory
  }
}
