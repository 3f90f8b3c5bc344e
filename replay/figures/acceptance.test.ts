import { expect, test } from 'vitest';
import type { Diary } from '../people/diary.ts';
import type { Plan } from '../people/plan.ts';
import { gmail2020 } from '../scenarios/gmail-2020.ts';
import { sms2023 } from '../scenarios/sms-2023.ts';
import { askedAt, runOf } from '../testing/run-of.ts';
import { promisedBy } from './acceptance.ts';
import { figuresOf } from './figures.ts';

const at = (plan: Plan, seconds: number) => askedAt(plan) + seconds * 1_000;
const fine = (plan: Plan): Partial<Diary> => ({
  usableAt: at(plan, 3),
  toldAt: at(plan, 2),
  doneAt: at(plan, 30),
});
const isGmailOnly = ({ provider, addresses }: Plan) => provider === 'gmail' && !addresses.SMS;
const gmailWith = (happened: (plan: Plan) => Partial<Diary>) =>
  promisedBy(figuresOf(runOf(gmail2020, 800, happened)), { incident: 1.3, baseline: 1, runs: 3 });
const unmet = (promised: ReturnType<typeof promisedBy>) =>
  promised.filter(({ met }) => met === false).map(({ text }) => text);

test('a day on which nobody waits meets everything', () => {
  expect(unmet(gmailWith(fine))).toEqual([]);
  expect(unmet(promisedBy(figuresOf(runOf(sms2023, 300, fine)), null))).toEqual([]);
});

test('two in a hundred who wait for more than a minute, though another channel is open, are too many', () => {
  const late = gmailWith((plan) => ({
    ...fine(plan),
    ...(plan.index % 50 === 0 && { usableAt: at(plan, 61) }),
  }));
  expect(unmet(late)).toEqual([expect.stringContaining('second verified channel')]);
});

test('one Gmail-only person who is told after five seconds is one too many, unless the code is there by then', () => {
  const [one] = runOf(gmail2020, 800, fine)
    .diaries.map(({ plan }) => plan)
    .filter(isGmailOnly);
  const told = (seconds: number, usable: number) =>
    gmailWith((plan) => ({
      ...fine(plan),
      ...(plan.index === one?.index && { toldAt: at(plan, seconds), usableAt: at(plan, usable) }),
    }));
  expect(unmet(told(5.1, 900))).toEqual([expect.stringContaining('told the truth within 5 s')]);
  expect(unmet(told(900, 4.9))).toEqual([]);
});

test('a code that lived when the lane opened and came after two minutes counts, and so does one dead code', () => {
  const opens = (plan: Plan) => askedAt(plan) - plan.asksAt * 1_000 + 3_300_000;
  const after = (seconds: number) => (plan: Plan) => ({
    ...fine(plan),
    ...(isGmailOnly(plan) && { usableAt: opens(plan) + seconds * 1_000, aliveAtOpening: opens(plan) + 1 }),
  });
  expect(unmet(gmailWith(after(119)))).toEqual([]);
  expect(unmet(gmailWith(after(121)))).toEqual([expect.stringContaining('within 120 s')]);
  const dead = gmailWith((plan) => ({
    ...fine(plan),
    letters: plan.index === 7 ? [{ channel: 'EMAIL', at: 0, verdict: 'dead', waiting: false }] : [],
  }));
  expect(unmet(dead)).toEqual(['No dead code is delivered']);
});

test('what was not measured is said to be so, and a failure makes the whole run worthless', () => {
  const figures = figuresOf(runOf(gmail2020, 50, (plan) => ({ ...fine(plan), faults: ['no connection'] })));
  const promised = promisedBy(figures, null);
  expect(promised.map(({ met }) => met)).toEqual([false, true, true, null, null, true]);
});
