import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RouteConfig } from '../registry.gen.ts';

const VERDICTS = ['pass', 'fail', 'not observable'] as const;

const criterion = z.strictObject({
  id: z.string().max(40),
  /** Without it a route does not pass; the others are for whoever decides to read. */
  required: z.boolean(),
  verdict: z.enum(VERDICTS),
  why: z.string().max(400),
  figures: z.record(z.string().max(40), z.number()).optional(),
});
export type Criterion = z.infer<typeof criterion>;

const body = z.strictObject({
  format: z.literal('sampai/carrier-report/1'),
  route: z.string().max(40),
  kind: z.string().max(20),
  lanes: z.array(z.string().max(300)).min(1).max(200),
  /** Digest of the route as it was configured, so that another route of the same name is not let in by this report. */
  configured: z.string().length(64),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  criteria: z.array(criterion).min(1).max(100),
  passing: z.boolean(),
});
export type ReportBody = z.infer<typeof body>;

/** What a conformance run found out. `digest` is over everything else: a report that was touched does not fit it. */
export type Report = ReportBody & { digest: string };

const report = body.extend({ digest: z.string().length(64) });

export const passes = (criteria: Criterion[]): boolean =>
  criteria.every(({ required, verdict }) => !required || verdict === 'pass');

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
  if (rest.passing !== passes(rest.criteria))
    return 'The report says of itself what its criteria do not say.';
  return checked.data;
}

/** The digest of a route's configuration; a password shows as dots in it, so that its change changes nothing. */
export const routeDigest = (route: RouteConfig): string => digestOf(JSON.parse(JSON.stringify(route)));

const digestOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** JSON with sorted keys: the same facts give the same text, whoever wrote them down. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, its]) => `${JSON.stringify(key)}:${canonical(its)}`).join(',')}}`;
}
