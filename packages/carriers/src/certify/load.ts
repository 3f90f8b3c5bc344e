import { setTimeout as wait } from 'node:timers/promises';
import { quantiles } from './figures.ts';
import type { Criterion } from './report.ts';
import type { Sent, Trial } from './trial.ts';

/** Acceptance slower than this at p95 eats the life of a code. */
export const SLOWEST_ACCEPTANCE_MS = 5_000;

const accepted = (sent: Sent[]) => sent.filter(({ outcome }) => outcome.kind === 'accepted');
export const saidOf = ({ outcome }: Sent): string =>
  outcome.kind === 'unknown' ? outcome.reason : `${outcome.kind}: ${outcome.reply}`;

/** One message, taken. Nothing else can be looked at where this fails. */
export async function judgeAcceptance(trial: Trial): Promise<Criterion> {
  const one = await trial.send();
  const verdict = one.outcome.kind === 'accepted' ? 'pass' : 'fail';
  return { id: 'accepts', required: true, verdict, why: saidOf(one) };
}

/** One after the other: how long an acceptance takes when nothing presses. */
export async function judgeLatency(trial: Trial): Promise<Criterion> {
  const sent: Sent[] = [];
  for (let i = 0; i < trial.count; i += 1) sent.push(await trial.send());
  const figures = quantiles(accepted(sent).map(({ ms }) => ms));
  const { p95_ms = Number.POSITIVE_INFINITY } = figures;
  const all = accepted(sent).length === sent.length;
  return {
    ...{ id: 'latency', required: true, figures },
    verdict: all && p95_ms <= SLOWEST_ACCEPTANCE_MS ? 'pass' : 'fail',
    why: `${accepted(sent).length} of ${sent.length} taken; 95 of 100 within ${p95_ms} ms, at most ${SLOWEST_ACCEPTANCE_MS}`,
  };
}

/** The wire is cut with messages on it: it must come up again, and take messages. */
export async function judgeDisconnect(trial: Trial): Promise<Criterion> {
  const before = Promise.all(Array.from({ length: 5 }, () => trial.send()));
  await trial.send();
  trial.cut();
  await before;
  return recovery(trial, 'disconnect', 'cut');
}

/** The carrier says nothing any more: that must be noticed, and end with the silence. */
export async function judgeSilence(trial: Trial): Promise<Criterion> {
  trial.silence(true);
  const unanswered = await trial.send();
  trial.silence(false);
  return recovery(trial, 'silence', `silent, noticed after ${Math.round(unanswered.ms)} ms`);
}

async function recovery(trial: Trial, id: string, what: string): Promise<Criterion> {
  const began = performance.now();
  let last = await trial.send();
  while (last.outcome.kind !== 'accepted' && performance.now() - began < trial.patience * 1000) {
    await wait(100);
    last = await trial.send();
  }
  const ms = Math.round(performance.now() - began);
  const back = last.outcome.kind === 'accepted';
  return {
    ...{ id, required: true, verdict: back ? 'pass' : 'fail' },
    ...(back && { figures: { recovery_ms: ms } }),
    why: back
      ? `${what}, and taking messages again after ${ms} ms`
      : `${what}, and not back within ${trial.patience} s: ${saidOf(last)}`,
  };
}

/** Every message of the run got an answer in time; a silent one may have been sent, and is paid for twice. */
export function judgeAnswers(sent: Sent[]): Criterion {
  const silent = sent.filter(({ outcome }) => outcome.kind === 'unknown');
  const [first] = silent;
  return {
    ...{ id: 'answers', required: true, verdict: first ? 'fail' : 'pass' },
    why: first
      ? `${silent.length} of ${sent.length} without: ${saidOf(first)}`
      : `all ${sent.length}, in time`,
  };
}
