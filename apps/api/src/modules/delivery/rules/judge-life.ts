import type { Contact } from './judge-contact.ts';

/**
 * How long a worker, or the judgement of lanes, may be silent before it counts as gone. A slow database makes everybody slow: nobody
 * is called gone before the database was heard of for `graceMs` without a gap of `gapMs`.
 */
export const LIFE = { silentMs: 15_000, gapMs: 6_000, graceMs: 6_000 };
export type LifeTimes = typeof LIFE;

type Signs = {
  now: Date;
  lastBeat: Date | null;
  workers: number;
  sendingSince: Date | null;
  judgedAt: Date | null;
};
/** How it stands with our own sending. */
export type Life = {
  /** For how many seconds nobody of ours has sent anything, where that is too long; else null. */
  standsStillFor: number | null;
  /** For how many seconds somebody has been sending without a break; null where nobody does. */
  sendingFor: number | null;
  workers: number;
  /** Whether what is known of lanes was judged lately. */
  isJudged: boolean;
  /** Seconds since lanes were judged; null where they never were. */
  judgedAgo: number | null;
};

/** What can be said of our own sending by signs of life, as heard of over `contact`. Who was never there is missed from its beginning. */
export function judgeLife(signs: Signs, contact: Contact, { silentMs, graceMs }: LifeTimes): Life {
  const now = signs.now.getTime();
  const heardFor = now - contact.since;
  const quiet = (at: Date | null) => (at ? now - at.getTime() : heardFor);
  const isGone = (at: Date | null) => heardFor >= graceMs && quiet(at) >= silentMs;
  const seconds = (ms: number) => Math.max(0, Math.round(ms / 1000));
  return {
    standsStillFor: isGone(signs.lastBeat) ? seconds(quiet(signs.lastBeat)) : null,
    sendingFor: signs.sendingSince && seconds(now - signs.sendingSince.getTime()),
    workers: signs.workers,
    isJudged: signs.judgedAt !== null && !isGone(signs.judgedAt),
    judgedAgo: signs.judgedAt && seconds(now - signs.judgedAt.getTime()),
  };
}
