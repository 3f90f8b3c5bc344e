import { setTimeout as wait } from 'node:timers/promises';
import type { Outbound } from '../contract.ts';
import { saidOf } from './load.ts';
import { isSlowed, isTaken, none, offer, round } from './offer.ts';
import type { Criterion } from './report.ts';
import type { Sent, Trial } from './trial.ts';

/** Times the agreed rate. Three times what was agreed nobody of ours ever sends: there it ends. */
const STEPS = [1, 1.5, 2, 3];
/** Less than this part of what was offered was taken without a word of throttling: our own window holds us back. */
const HELD_BACK = 0.9;
const LOOK_MS = 200;

type Pressed = { sent: Sent[]; throttledAt: number | null; offered: number; held: number };
type Recovered = { sent: Sent[]; left: number; lowest: number; ms: number | null };

/** To be tried again. One without an answer may have been taken: that is judged by `answers`, and would come twice. */
const isPostponed = ({ outcome }: Sent) => outcome.kind === 'deferred' || outcome.kind === 'refused';

/**
 * Offers more than was agreed, step by step, until the carrier throttles or the bound is reached, and then gives way as a worker
 * does. Too fast is to be answered, not dropped: nothing is lost, nothing comes twice, and slower all of it is taken.
 */
export async function judgeThrottle(trial: Trial): Promise<Criterion> {
  if (trial.rate === undefined)
    return of('not observable', 'no rate was agreed (agreedRate, or --rate) beyond which to press');
  // What was sent before, all at once, is not to count against the first step.
  await wait(trial.settleSeconds * 1000);
  const pressed = await press(trial, trial.rate);
  if (pressed.sent.length === 0)
    return of('not observable', `the agreed rate alone needs more than ${trial.most} messages (--most)`);
  const untaken = pressed.sent.filter(isPostponed);
  const after = untaken.length > 0 ? await giveWay(trial, trial.rate, pressed, untaken) : undefined;
  const all = [...pressed.sent, ...(after?.sent ?? [])];
  const kept = await account(trial, all);
  const figures = {
    ...{ agreed_per_s: trial.rate, offered_per_s: pressed.offered, held_per_s: pressed.held },
    ...(pressed.throttledAt !== null && { throttled_at_per_s: pressed.throttledAt }),
    ...(after && { fell_to_per_s: after.lowest }),
    ...(after?.ms != null && { recovery_ms: after.ms }),
    ...{ messages: all.length, lost: kept.lost, doubled: kept.doubled },
  };
  return { ...verdictOf(trial.patience, pressed, untaken, after, kept), figures };
}

function verdictOf(
  patience: number,
  { sent, throttledAt, held }: Pressed,
  untaken: Sent[],
  after: Recovered | undefined,
  { lost, doubled, seen }: Account,
): Criterion {
  const first = untaken.find(isSlowed) ?? untaken[0];
  const answer = first ? `${untaken.length} answered "${saidOf(first)}"` : `all ${sent.length} taken`;
  const where = throttledAt === null ? `up to ${held}/s` : `at ${throttledAt}/s`;
  if (lost > 0) return of('fail', `${where}: ${answer}, and ${lost} taken that never arrived`);
  if (doubled > 0) return of('fail', `${where}: ${answer}, and ${doubled} arrived twice`);
  if (after && after.left > 0)
    return of('fail', `${where}: ${answer}; slower neither, ${after.left} left after ${patience} s`);
  if (after && after.ms === null)
    return of('fail', `${where}: ${answer}; not back at the agreed rate within ${patience} s`);
  if (throttledAt === null) return of('not observable', `not observed up to ${held}/s: ${answer}`);
  const back = `fell to ${after?.lowest}/s, back at the agreed rate after ${after?.ms} ms`;
  if (!seen)
    return of(
      'not observable',
      `${where}: ${answer}; ${back}; nobody saw whether any came twice (--handset)`,
    );
  return of('pass', `${where}: ${answer}; ${back}; none lost, none twice`);
}

const of = (verdict: Criterion['verdict'], why: string): Criterion => ({
  ...{ id: 'throttle', required: verdict === 'fail', verdict, why: why.slice(0, 400) },
});

/** More and more, up to three times the agreed rate, or as many messages as the run may send. */
async function press(trial: Trial, agreed: number): Promise<Pressed> {
  const it: Pressed = { sent: [], throttledAt: null, offered: 0, held: 0 };
  for (const factor of STEPS) {
    const offered = round(agreed * factor);
    const count = Math.max(1, Math.round(offered * trial.stepSeconds));
    if (it.sent.length + count > trial.most) break;
    const step = await offer(trial, offered, none(count));
    it.sent.push(...step.sent);
    it.offered = offered;
    if (step.slowed) return { ...it, throttledAt: offered };
    it.held = Math.max(it.held, step.perSecond);
    if (step.perSecond < offered * HELD_BACK) break;
  }
  return it;
}

/** What was not taken, at half the rate and less while it is throttled, and up again to the agreed rate. */
async function giveWay(
  trial: Trial,
  agreed: number,
  { offered }: Pressed,
  untaken: Sent[],
): Promise<Recovered> {
  const began = performance.now();
  const it: Recovered = { sent: [], left: untaken.length, lowest: round(offered / 2), ms: null };
  let waiting: Outbound[] = untaken.map(({ message }) => message);
  let pace = offered / 2;
  while (performance.now() - began < trial.patience * 1000) {
    const count = Math.max(1, Math.round(pace * trial.stepSeconds));
    const fresh = Math.max(0, Math.min(count - waiting.length, trial.most - it.sent.length));
    const step = await offer(trial, pace, [...waiting.slice(0, count), ...none(fresh)]);
    if (step.sent.length === 0) break;
    it.sent.push(...step.sent);
    const tried = new Set(step.sent.map(({ message }) => message.id));
    const again = step.sent.filter(isPostponed).map(({ message }) => message);
    waiting = [...again, ...waiting.filter(({ id }) => !tried.has(id))];
    it.left = waiting.length;
    if (again.length === 0 && waiting.length === 0 && pace >= agreed) {
      it.ms = Math.round(performance.now() - began);
      return it;
    }
    pace = again.length > 0 ? Math.max(1, pace / 2) : Math.max(pace, Math.min(agreed, pace + agreed / 4));
    it.lowest = Math.min(it.lowest, round(pace));
    if (again.length > 0) await wait(trial.stepSeconds * 1000);
  }
  return it;
}

type Account = { lost: number; doubled: number; seen: boolean };

/** What became of all that was taken: on the phone where somebody reads it, else by receipts where they come. */
async function account(trial: Trial, sent: Sent[]): Promise<Account> {
  const taken = sent.filter(isTaken);
  const texts = [...new Set(taken.map(({ message }) => message.text.trimEnd()))];
  const end = performance.now() + trial.patience * 1000;
  for (;;) {
    const copies = await trial.copies();
    if (!copies) return { lost: await unreceipted(trial, taken), doubled: 0, seen: false };
    const lost = texts.filter((text) => !copies.has(text)).length;
    const doubled = texts.filter((text) => (copies.get(text) ?? 0) > 1).length;
    if (lost === 0 || performance.now() > end) return { lost, doubled, seen: true };
    await wait(LOOK_MS);
  }
}

async function unreceipted(trial: Trial, taken: Sent[]): Promise<number> {
  if (!trial.receipts) return 0;
  const receipts = await Promise.all(taken.map((one) => trial.receipt(one)));
  return receipts.filter((receipt) => receipt?.state !== 'delivered').length;
}
