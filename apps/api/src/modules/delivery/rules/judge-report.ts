import type { Report } from '@sampai/carriers/certify';

export type ReportFacts = {
  report: Report;
  /** The route that is to be let in, and its configuration now. */
  route: string;
  configured: string;
  reportDays: number;
};
export type ReportRefusal = 'OTHER_ROUTE' | 'CHANGED_ROUTE' | 'NOT_PASSING' | 'FROM_THE_FUTURE' | 'TOO_OLD';

const DAY_MS = 86_400_000;

/** Whether a route may go live by a report (R37): its own, as it is configured now, passing, and fresh. */
export function judgeReport({ report, ...facts }: ReportFacts, now: Date): ReportRefusal | 'MAY' {
  if (report.route !== facts.route) return 'OTHER_ROUTE';
  if (report.configured !== facts.configured) return 'CHANGED_ROUTE';
  if (!report.passing) return 'NOT_PASSING';
  const age = now.getTime() - Date.parse(report.endedAt);
  if (age < 0) return 'FROM_THE_FUTURE';
  return age > facts.reportDays * DAY_MS ? 'TOO_OLD' : 'MAY';
}
