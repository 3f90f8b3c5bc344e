import { setTimeout as wait } from 'node:timers/promises';
import type { PostOfficeMessage } from '@sampai/testkit';
import { account, type Toll } from './account.ts';
import { askAtRate, gather } from './crowd.ts';
import type { Fault } from './faults.ts';
import type { Stage } from './stage.ts';

export type Timing = {
  perSecond: number;
  /** Before the fault, and after it (or its end) at least; it goes on until codes arrive again. */
  beforeMs: number;
  afterMs: number;
};
const PATIENCE_MS = 90_000;
const LOOK_MS = 100;
/** A receipt usually takes 0.3 s: one that has not come by then was lost on the way. */
const RECEIPT_MS = 6_000;
const CHANNELS = ['EMAIL', 'SMS'] as const;

let gathered = 0;

/** Lets one fault happen while people ask for codes, waits until every message has come to its end, and counts. */
export async function endure(stage: Stage, { name, strike, lasts }: Fault, timing: Timing): Promise<Toll> {
  const { owner, portal, postOffice } = stage;
  const most = timing.perSecond * ((timing.beforeMs + timing.afterMs + PATIENCE_MS) / 1000);
  const people = await gather(owner, Math.ceil(most), gathered);
  gathered += people.length;
  const arrivals = new Map<string, { at: number; code: string | null }[]>();
  const unhear = postOffice.inbox.onArrival(({ to, code }: PostOfficeMessage) => {
    arrivals.set(to, [...(arrivals.get(to) ?? []), { at: performance.now(), code }]);
  });
  const crowd = askAtRate(portal, people, timing.perSecond);

  await wait(timing.beforeMs);
  let from = performance.now();
  await strike(stage);
  if (lasts) {
    await wait(lasts.seconds * 1000);
    lasts.heal(stage);
    from = performance.now();
  }
  // A code that was asked for after the fault has come, in each channel.
  const flows = () =>
    CHANNELS.every((channel) =>
      crowd.asked.some(
        (one) => one.channel === channel && one.acknowledgedAt > from && arrivals.get(one.to) !== undefined,
      ),
    );
  await until(flows);
  await wait(Math.max(0, from + timing.afterMs - performance.now()));
  const stoppedAt = performance.now();
  await crowd.stop();
  const acknowledged = crowd.asked.flatMap((one) =>
    one.tokenId === null ? [] : [{ ...one, tokenId: one.tokenId }],
  );
  const look = () => account({ owner, acknowledged, arrivals, from, stoppedAt });
  let toll = await look();
  let quietSince = performance.now();
  await until(async () => {
    const next = await look();
    if (next.not_ended + next.without_receipt !== toll.not_ended + toll.without_receipt)
      quietSince = performance.now();
    toll = next;
    return (
      toll.not_ended === 0 && (toll.without_receipt === 0 || performance.now() - quietSince > RECEIPT_MS)
    );
  });
  unhear();
  return {
    fault: name,
    asked: crowd.asked.length,
    answers: crowd.answers,
    ...toll,
    died: stage.died().length,
  };
}

/** Asks again and again, until it is so or patience ends. */
async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await wait(LOOK_MS))
    if (await so()) return;
}
