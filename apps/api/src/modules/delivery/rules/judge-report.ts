import type { Report } from '@sampai/carriers/certify';

export type ReportFacts = {
  report: Report;
  /** The route that is to be let in, and its configuration now. */
  route: string;
  configured: string;
  reportDays: number;
  /** Criteria that need not have been shown, with the reasons given. */
  waivers: Record<string, string>;
};
export type ReportRefusal =
  | 'OTHER_ROUTE'
  | 'CHANGED_ROUTE'
  | 'NOT_PASSING'
  | 'NEEDLESS_WAIVER'
  | 'NOT_SHOWN'
  | 'FROM_THE_FUTURE'
  | 'TOO_OLD';

const DAY_MS = 86_400_000;

/** What a report does not show although it is to be, and nobody waives. */
export const notShown = ({ missing }: Pick<Report, 'missing'>, waivers: Record<string, string>): string[] =>
  missing.filter((id) => !Object.hasOwn(waivers, id));

/** What is waived although the report does not miss it: shown, not required, or the name of nothing. */
export const needlessWaivers = (
  { missing }: Pick<Report, 'missing'>,
  waivers: Record<string, string>,
): string[] => Object.keys(waivers).filter((id) => !missing.includes(id));

/** Whether a route may go live by a report (R37): its own, as it is configured now, without a failure, complete but for what is waived and nothing else, and fresh. */
export function judgeReport({ report, ...facts }: ReportFacts, now: Date): ReportRefusal | 'MAY' {
  if (report.route !== facts.route) return 'OTHER_ROUTE';
  if (report.configured !== facts.configured) return 'CHANGED_ROUTE';
  if (report.outcome === 'fails') return 'NOT_PASSING';
  if (needlessWaivers(report, facts.waivers).length > 0) return 'NEEDLESS_WAIVER';
  if (notShown(report, facts.waivers).length > 0) return 'NOT_SHOWN';
  const age = now.getTime() - Date.parse(report.endedAt);
  if (age < 0) return 'FROM_THE_FUTURE';
  return age > facts.reportDays * DAY_MS ? 'TOO_OLD' : 'MAY';
}
