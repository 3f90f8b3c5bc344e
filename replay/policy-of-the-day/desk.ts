import type { Carrier, Outbound } from '@sampai/carriers';
import type { PostOfficeClock } from '@sampai/testkit';
import type { Plan } from '../people/plan.ts';
import type { Service } from '../people/service.ts';
import type { Channel } from '../scenarios/scenario.ts';
import type { PolicyOfTheDay } from './policy.ts';
import { makeQueue } from './queue.ts';

type Code = { code: string; issuedAt: number; used: boolean };
type Job = { to: string; channel: Channel; code: string };

type Given = {
  clock: PostOfficeClock;
  policy: PolicyOfTheDay;
  channel: Channel;
  carrierFor(plan: { to: string; channel: Channel }): Carrier;
  /** Six digits. */
  newCode(): string;
};

export type DayDesk = Service & { waiting(): number; stop(): Promise<void> };

/**
 * The codes of the day: one channel, a new code at every press with the old one dead, ten minutes from issue, no limit on
 * pressing, and a page that says nothing but "we have sent it".
 */
export function openDayDesk({ clock, policy, channel, carrierFor, newCode }: Given): DayDesk {
  const codes = new Map<number, Code[]>();
  let sent = 0;
  const now = () => clock.now().getTime();

  const queue = makeQueue<Job>(policy, clock, async (job) => {
    sent += 1;
    const outcome = await carrierFor(job).send(messageOf(job, `day-${sent}`, clock.now(), policy));
    return outcome.kind === 'deferred' || outcome.kind === 'unknown' ? 'later' : 'done';
  });

  const issue = (plan: Plan) => {
    const to = plan.addresses[channel];
    if (to === undefined) return false;
    const code = newCode();
    codes.set(plan.index, [...(codes.get(plan.index) ?? []), { code, issuedAt: now(), used: false }]);
    queue.put({ to, channel, code });
    return true;
  };

  const ends = ({ issuedAt }: Code) => issuedAt + policy.expirySeconds * 1_000;
  const newest = (plan: Plan) => codes.get(plan.index)?.at(-1);

  return {
    ask: async (plan) => issue(plan),
    press: async (plan) => (issue(plan) ? { kind: 'sent' } : { kind: 'over' }),
    async enter(plan, _letter, typed) {
      const code = newest(plan);
      if (!code || code.used) return 'dead';
      if (typed !== code.code) return 'wrong';
      if (now() >= ends(code)) return 'expired';
      code.used = true;
      return 'right';
    },
    look: async () => ({ told: false, advice: null, offers: [], againAt: null }),
    async judge(plan, letter, at) {
      const code = newest(plan);
      if (code?.code !== letter.code) return 'dead';
      if (code.used) return 'used';
      return at < ends(code) ? 'usable' : 'dead';
    },
    async livesUntil(plan, at) {
      const code = newest(plan);
      return code && !code.used && at < ends(code) ? ends(code) : null;
    },
    onNews: () => () => {},
    waiting: queue.length,
    stop: queue.stop,
  };
}

const messageOf = (
  { to, code }: Job,
  id: string,
  now: Date,
  { carrierSeconds }: PolicyOfTheDay,
): Outbound => ({
  id,
  to,
  subject: 'Kode verifikasi',
  text: `Kode verifikasi Anda ${code}. Berlaku 10 menit.`,
  now,
  expiresAt: new Date(now.getTime() + carrierSeconds * 1_000),
});
