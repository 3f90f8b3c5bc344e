import { z } from 'zod';
import { digestOf } from '../config/canonical.ts';

const VERDICTS = ['pass', 'fail', 'not observable'] as const;

const criterion = z.strictObject({
  id: z.string().max(40),
  /** Where it fails, the route does; the others are for whoever decides to read. */
  required: z.boolean(),
  verdict: z.enum(VERDICTS),
  why: z.string().max(400),
  figures: z.record(z.string().max(40), z.number()).optional(),
});
export type Criterion = z.infer<typeof criterion>;

/** `incomplete`: nothing failed, and something that every carrier is to show was not seen. */
const outcome = z.enum(['passes', 'incomplete', 'fails']);

const body = z.strictObject({
  format: z.literal('sampai/carrier-report/2'),
  route: z.string().max(40),
  kind: z.string().max(20),
  lanes: z.array(z.string().max(300)).min(1).max(200),
  /** The route as it was configured, without secrets, and the digest of that: a report is about this and no other. */
  settings: z.record(z.string().max(80), z.string().max(200)),
  configured: z.string().length(64),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  criteria: z.array(criterion).min(1).max(100),
  outcome,
  /** Criteria that were to be shown and were not seen: whoever lets the route in says of each why it need not be. */
  missing: z.array(z.string().max(40)),
});
export type ReportBody = z.infer<typeof body>;

/** What a conformance run found out. `digest` is over everything else: a report that was touched does not fit it. */
export type Report = ReportBody & { digest: string };

const report = body.extend({ digest: z.string().length(64) });

/** What every carrier of a kind is to show; what a run did not provoke or see has not been shown. */
const TO_SHOW: Record<string, string[]> = {
  smpp: [
    ...['tls', 'bind', 'ids', 'alphabet', 'unicode', 'long', 'validity', 'window', 'latency'],
    ...['throughput', 'throttle', 'answers', 'receipts', 'silence', 'disconnect'],
  ],
  smtp: ['starttls', 'text', 'latency', 'throughput', 'throttle', 'answers', 'silence', 'disconnect'],
};

/** What follows from the criteria. */
export function judgeRun(kind: string, criteria: Criterion[]): Pick<Report, 'outcome' | 'missing'> {
  const verdictOf = (id: string) => criteria.find((one) => one.id === id)?.verdict ?? 'not observable';
  const missing = (TO_SHOW[kind] ?? []).filter((id) => verdictOf(id) === 'not observable');
  const fails = criteria.some(({ required, verdict }) => required && verdict === 'fail');
  return { outcome: fails ? 'fails' : missing.length > 0 ? 'incomplete' : 'passes', missing };
}

export const seal = (it: ReportBody): Report => ({ ...it, digest: digestOf(it) });

/**
 * Reads a report back.
 * @returns a sentence where it is none, or was changed since it was written
 */
export function readReport(text: string): Report | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'The report is no JSON.';
  }
  const checked = report.safeParse(read);
  if (!checked.success) return `The report is not one of ours: ${checked.error.issues[0]?.path.join('.')}.`;
  const { digest, ...rest } = checked.data;
  if (digestOf(rest) !== digest) return 'The report does not fit its digest: it was changed after the run.';
  const { outcome: follows, missing } = judgeRun(rest.kind, rest.criteria);
  if (
    rest.outcome !== follows ||
    rest.missing.join() !== missing.join() ||
    rest.configured !== digestOf(rest.settings)
  )
    return 'The report says of itself what its criteria do not say.';
  return checked.data;
}
