import { type Diary, newDiary } from '../people/diary.ts';
import { type Plan, planPeople } from '../people/plan.ts';
import type { Run } from '../run/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';

const BEGAN = Date.parse('2020-02-21T02:00:00Z');
const QUIET = { real_s: 1, harness_cpu_s: 1, worker_cpu_s: 1, machine_busy: 0.1, loop_p99_ms: 1 };

/** A run that never took place: everybody asked when planned, and `happened` says what became of each. */
export function runOf(scenario: Scenario, count: number, happened: (plan: Plan) => Partial<Diary>): Run {
  const diaries = planPeople(scenario, count, 1).map((plan) => ({
    ...newDiary(plan),
    askedAt: BEGAN + plan.asksAt * 1_000,
    ...happened(plan),
  }));
  return {
    order: { scenario, people: count, seed: 1, policy: 'ours', incident: true, rate: null },
    ...{
      diaries,
      began: BEGAN,
      closedAt: BEGAN,
      smsAccepted: count,
      tempo: [{ from: 0, rate: 10 }],
      load: QUIET,
    },
  };
}

export const askedAt = (plan: Plan): number => BEGAN + plan.asksAt * 1_000;
