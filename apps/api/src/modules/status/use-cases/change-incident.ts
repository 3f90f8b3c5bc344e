import type { Needs } from '../ports.ts';
import { type CaseStep, judgeCase } from '../rules/judge-case.ts';
import { caseOf, insertCase, setCause, setEstimate, setOwner } from '../store/duty.ts';
import { insertStatement } from '../store/incidents.ts';
import type { Locale } from '../types.ts';
import { change, type Done, type Duty } from './on-duty.ts';

export const changeOwner = (needs: Needs, duty: Duty, id: string, owner: string): Promise<Done> =>
  change(needs, duty, id, 'incident owner changed', async (tx) => void (await setOwner(tx, id, owner)));

export const changeCause = (needs: Needs, duty: Duty, id: string, cause: string): Promise<Done> =>
  change(needs, duty, id, 'incident cause stated', async (tx) => void (await setCause(tx, id, cause)));

/** Gives or takes back (null) the time at which it is expected to be over. */
export const estimate = (needs: Needs, duty: Duty, id: string, at: Date | null): Promise<Done> =>
  change(needs, duty, id, 'incident estimated', async (tx, { until, since }) => {
    if (until) return 'The incident is over.';
    if (at && at <= since) return 'The estimate lies before the incident began.';
    await setEstimate(tx, id, at, duty.by);
    return undefined;
  });

type Statement = { kind: 'STATEMENT' | 'APOLOGY'; text: Record<Locale, string> };

/** Says something publicly, in both languages (R70). */
export const state = (needs: Needs, duty: Duty, id: string, { kind, text }: Statement): Promise<Done> =>
  change(
    needs,
    duty,
    id,
    'incident statement made',
    async (tx) => void (await insertStatement(tx, id, { kind, ...text, by: duty.by })),
  );

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

type Step = { provider: string; step: CaseStep; note: string };

/** Logs a step of the case with a provider (R52). */
export const logCase = (needs: Needs, duty: Duty, id: string, entry: Step): Promise<Done> =>
  change(needs, duty, id, `provider case ${entry.step.toLowerCase()}`, async (tx) => {
    // As the first who wrote of it spelled it.
    const last = (await caseOf(tx, id)).findLast((known) => isSame(known.provider, entry.provider));
    const provider = last?.provider ?? entry.provider;
    const judged = judgeCase(last?.step, entry.step);
    if (judged === 'NOT_OPEN') return `There is no open case with ${provider}: log 'opened' first.`;
    if (judged === 'OPEN_ALREADY') return `The case with ${provider} is open already.`;
    await insertCase(tx, id, { ...entry, provider, by: duty.by });
    return undefined;
  });
