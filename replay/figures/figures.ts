import type { Diary } from '../people/diary.ts';
import type { Run } from '../run/run.ts';
import { groupsOf } from './groups.ts';
import { quantile, share } from './numbers.ts';

export type Figures = ReturnType<typeof figuresOf>;

/** From asking to holding a usable code, in virtual seconds; infinite where it never came. */
export const waitOf = ({ askedAt, usableAt }: Diary): number =>
  askedAt === null || usableAt === null ? Number.POSITIVE_INFINITY : (usableAt - askedAt) / 1_000;

const within = (people: Diary[], seconds: number) => share(people, (diary) => waitOf(diary) <= seconds);
const holding = (people: Diary[]) => ({
  people: people.length,
  after_15_s: within(people, 15),
  after_60_s: within(people, 60),
  after_5_min: within(people, 300),
  after_60_min: within(people, 3_600),
});
const sum = (people: Diary[], of: (diary: Diary) => number) =>
  people.reduce((total, diary) => total + of(diary), 0);

/** What one run amounts to. Shares from 0 to 1, times in virtual seconds. */
export function figuresOf(run: Run) {
  const { order, smsAccepted, tempo, load } = run;
  const groups = groupsOf(run);
  const { asked, withoutSecond, opensAt } = groups;
  const done = asked.filter(({ doneAt }) => doneAt !== null);
  const letters = asked.flatMap((diary) => diary.letters);
  const told = ({ askedAt, toldAt, usableAt }: Diary) =>
    (Math.min(toldAt ?? Number.POSITIVE_INFINITY, usableAt ?? Number.POSITIVE_INFINITY) - (askedAt ?? 0)) /
    1_000;
  const alive = withoutSecond.filter(({ aliveAtOpening }) => aliveAtOpening !== null);
  const slowest = Math.min(...tempo.map(({ rate }) => rate));
  return {
    scenario: order.scenario.name,
    policy: order.policy,
    seed: order.seed,
    incident: order.incident,
    people: asked.length,
    holding: holding(asked),
    holding_hit: holding(groups.hit),
    holding_with_second: holding(groups.withSecond),
    holding_confirming_two: holding(groups.confirmingTwo),
    holding_without_second: holding(withoutSecond),
    others_p50_s: quantile(groups.others.map(waitOf), 0.5),
    others_p95_s: quantile(groups.others.map(waitOf), 0.95),
    succeeded: share(asked, ({ doneAt }) => doneAt !== null),
    succeeded_5_min: share(
      asked,
      ({ askedAt, doneAt }) => doneAt !== null && doneAt - (askedAt ?? 0) <= 300_000,
    ),
    gave_up: share(asked, ({ gaveUpAt }) => gaveUpAt !== null),
    told_5_s: share(withoutSecond, (diary) => told(diary) <= 5),
    told_p99_s: quantile(withoutSecond.map(told), 0.99),
    alive_at_opening: alive.length,
    opened_120_s: share(alive, ({ usableAt }) => usableAt !== null && usableAt - opensAt <= 120_000),
    presses: sum(asked, ({ presses }) => presses),
    held_back: sum(asked, ({ heldBack }) => heldBack),
    wrong_attempts: sum(asked, ({ wrong }) => wrong),
    expired_10_min: sum(asked, ({ expiredSoon }) => expiredSoon),
    expired_10_min_before_end: sum(asked, ({ expiredSoonBeforeEnd }) => expiredSoonBeforeEnd),
    sms: smsAccepted,
    sms_per_success: done.length === 0 ? null : Math.round((smsAccepted / done.length) * 1_000) / 1_000,
    messages_delivered: letters.length,
    dead_delivered: letters.filter(({ verdict }) => verdict === 'dead').length,
    dead_while_waiting: letters.filter(({ verdict, waiting }) => verdict === 'dead' && waiting).length,
    used_delivered: letters.filter(({ verdict }) => verdict === 'used').length,
    faults: sum(asked, ({ faults }) => faults.length),
    fault: asked.flatMap(({ faults }) => faults)[0] ?? null,
    rate: slowest,
    /** What a millisecond of ours, and the harness's own lag, are in theirs. */
    resolution_s: Math.round(slowest * load.loop_p99_ms) / 1_000,
    ...load,
  };
}
