import { setTimeout as wait } from 'node:timers/promises';
import { quantiles } from './figures.ts';
import { SLOWEST_ACCEPTANCE_MS, saidOf } from './load.ts';
import { isTaken, none, offer, round } from './offer.ts';
import type { Criterion } from './report.ts';
import type { Sent, Trial } from './trial.ts';

/** So much of the agreed rate must be taken: our own clock is not better than that. */
const KEPT_UP = 0.95;

const msOf = (sent: Sent[]) => sent.map(({ ms }) => ms);

/** The agreed rate, offered steadily: what of it is taken from the first acceptance to the last, and how long each takes meanwhile. */
export async function judgeThroughput(trial: Trial): Promise<Criterion> {
  const { rate: agreed, steadySeconds, most } = trial;
  if (agreed === undefined)
    return of(false, 'not observable', 'no rate was agreed (agreedRate, or --rate) that is to be kept up');
  // What was sent before is not to count against it.
  await wait(trial.settleSeconds * 1000);
  const whole = Math.max(2, Math.round(agreed * steadySeconds));
  const { sent } = await offer(trial, agreed, none(Math.min(whole, most)));
  const taken = sent.filter(isTaken);
  const seconds = stretchOf(taken, agreed);
  const figures = {
    ...{ offered_per_s: agreed, sustained_per_s: round(taken.length / seconds) },
    ...{ seconds: round(seconds), messages: sent.length },
    ...quantiles(msOf(taken)),
  };
  const { p95_ms = Number.POSITIVE_INFINITY } = quantiles(msOf(taken));
  const kept =
    taken.length === sent.length &&
    figures.sustained_per_s >= agreed * KEPT_UP &&
    p95_ms <= SLOWEST_ACCEPTANCE_MS;
  const other = sent.find((one) => !isTaken(one));
  const why = `${taken.length} of ${sent.length} taken, ${figures.sustained_per_s} a second for ${figures.seconds} s, agreed ${agreed}; 95 of 100 within ${p95_ms} ms${other ? `; "${saidOf(other)}"` : ''}`;
  if (!kept) return { ...of(true, 'fail', why), figures };
  if (whole > most)
    return {
      ...of(
        true,
        'not observable',
        `${why}; ${steadySeconds} s need ${whole} messages (--most, or --seconds)`,
      ),
      figures,
    };
  return { ...of(true, 'pass', why), figures };
}

/** From the first acceptance to the last, with the time that the last one has for itself. */
function stretchOf(taken: Sent[], perSecond: number): number {
  const at = taken.map(({ acceptedAt }) => acceptedAt);
  return at.length === 0 ? 1 : (Math.max(...at) - Math.min(...at)) / 1000 + 1 / perSecond;
}

/** All at once, as fast as the route's window or connections let them: for whoever reads; nobody agrees on it. */
export async function judgeBurst(trial: Trial): Promise<Criterion> {
  if (trial.rate !== undefined) await wait(trial.settleSeconds * 1000);
  const began = performance.now();
  const sent = await Promise.all(Array.from({ length: trial.count * 2 }, () => trial.send()));
  const seconds = (performance.now() - began) / 1000;
  const taken = sent.filter(isTaken);
  const other = sent.find((one) => !isTaken(one));
  const rate = round(taken.length / seconds);
  return {
    ...{ id: 'burst', required: false, verdict: other ? 'fail' : 'pass' },
    figures: { burst_per_s: rate, messages: sent.length, ...quantiles(msOf(taken)) },
    why: `${taken.length} of ${sent.length} taken that were sent at once, ${rate} a second${other ? `; "${saidOf(other)}"` : ''}`,
  };
}

const of = (required: boolean, verdict: Criterion['verdict'], why: string): Criterion => ({
  ...{ id: 'throughput', required, verdict, why: why.slice(0, 400) },
});
