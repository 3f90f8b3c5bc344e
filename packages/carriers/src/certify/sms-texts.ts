import { quantiles } from './figures.ts';
import { saidOf } from './load.ts';
import type { Criterion } from './report.ts';
import type { Receipt, Sent, Trial } from './trial.ts';

const FEWEST_DELIVERED = 0.97;
const SLOWEST_RECEIPT_MS = 10_000;
const AGO_MS = 60_000;

/** What a phone shows of it: the line with `@`, without which no browser fills the code in; Unicode; many parts. */
export async function judgeTexts(trial: Trial): Promise<Criterion[]> {
  const { host } = trial.sender;
  const texts: [id: string, required: boolean, text: string][] = [
    ['alphabet', true, `${trial.text('kode 123456 []{}~^|')}\n@${host} #123456`],
    ['unicode', true, trial.text('“kode” – 密码 ñ')],
    ['long', true, trial.text('panjang '.repeat(45).trimEnd())],
  ];
  const criteria: Criterion[] = [];
  for (const [id, required, text] of texts) {
    const sent = await trial.send(text);
    criteria.push({ id, required, ...(await judgeText(trial, sent)) });
  }
  return criteria;
}

async function judgeText(trial: Trial, sent: Sent): Promise<Pick<Criterion, 'verdict' | 'why'>> {
  if (sent.outcome.kind !== 'accepted') return { verdict: 'fail', why: saidOf(sent) };
  const seen = await trial.seen(sent.message.text);
  if (seen === undefined)
    return { verdict: 'not observable', why: 'taken, but nobody reads the phone (--handset)' };
  if (seen) return { verdict: 'pass', why: 'arrived letter by letter' };
  const came = JSON.stringify((await trial.newest()).slice(0, 80));
  return { verdict: 'fail', why: `did not arrive as it was written; the newest there is ${came}` };
}

/** A message whose time is over is not to be shown: late codes are what all this is about (R57, R67). */
export async function judgeValidity(trial: Trial): Promise<Criterion> {
  const of = (verdict: Criterion['verdict'], why: string): Criterion => ({
    ...{ id: 'validity', required: true, verdict, why },
  });
  const expiresAt = new Date(trial.now().getTime() - AGO_MS);
  const sent = await trial.send(trial.text('sudah kedaluwarsa'), { expiresAt });
  if (sent.outcome.kind === 'refused') return of('pass', `refused at once: ${saidOf(sent)}`);
  if (sent.outcome.kind !== 'accepted') return of('fail', saidOf(sent));
  const receipt = await trial.receipt(sent);
  if (receipt?.state === 'delivered') return of('fail', 'delivered although its time was over');
  if (await trial.seen(sent.message.text, 0))
    return of('fail', 'shown on the phone although its time was over');
  if (receipt) return of('pass', `not delivered, and the receipt says ${receipt.state}`);
  return of('not observable', 'taken, and neither a receipt nor the phone says what became of it');
}

/** Whether a final receipt comes back for each message, and how soon. */
export async function judgeReceipts(trial: Trial): Promise<Criterion> {
  const sent = trial.sent.filter(isOrdinary);
  const found = await Promise.all(sent.map((one) => trial.receipt(one)));
  const delivered = found.filter((receipt): receipt is Receipt => receipt?.state === 'delivered');
  const ms = found.flatMap((receipt, i) =>
    receipt ? Math.max(0, receipt.at - (sent[i]?.acceptedAt ?? 0)) : [],
  );
  const figures = { ...quantiles(ms), delivered: delivered.length, messages: sent.length };
  const { p95_ms = Number.POSITIVE_INFINITY } = quantiles(ms);
  const share = delivered.length / Math.max(1, sent.length);
  return {
    ...{ id: 'receipts', required: true, figures },
    verdict: share >= FEWEST_DELIVERED && p95_ms <= SLOWEST_RECEIPT_MS ? 'pass' : 'fail',
    why: `${delivered.length} of ${sent.length} reported as delivered, at least ${FEWEST_DELIVERED * 100} %; 95 of 100 receipts within ${p95_ms} ms, at most ${SLOWEST_RECEIPT_MS}`,
  };
}

const isOrdinary = ({ outcome, message }: Sent) =>
  outcome.kind === 'accepted' && message.expiresAt > message.now;

/** As many on the way at once as the contract says. */
export async function judgeWindow(trial: Trial, window: number): Promise<Criterion> {
  const sent = await Promise.all(Array.from({ length: window }, () => trial.send()));
  const taken = sent.filter(({ outcome }) => outcome.kind === 'accepted').length;
  const [bad] = sent.filter(({ outcome }) => outcome.kind !== 'accepted');
  return {
    ...{ id: 'window', required: true, verdict: bad ? 'fail' : 'pass', figures: { window, taken } },
    why: bad ? `${taken} of ${window} at once were taken: ${saidOf(bad)}` : `${window} at once were taken`,
  };
}
