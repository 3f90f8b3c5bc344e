import { setTimeout as wait } from 'node:timers/promises';
import type { Outbound } from '../contract.ts';
import type { Sent, Trial } from './trial.ts';

type Step = { sent: Sent[]; slowed: boolean; perSecond: number };

export const isTaken = ({ outcome }: Sent): boolean => outcome.kind === 'accepted';
export const isSlowed = ({ outcome }: Sent): boolean => 'signal' in outcome && outcome.signal !== undefined;

/** Sends each at its time, whatever became of those before it, and stops at the first throttle. */
export async function offer(
  trial: Trial,
  perSecond: number,
  messages: (Outbound | undefined)[],
): Promise<Step> {
  const began = performance.now();
  const sending: Promise<Sent>[] = [];
  let slowed = false;
  for (const [i, message] of messages.entries()) {
    const early = began + (i / perSecond) * 1000 - performance.now();
    if (early > 1) await wait(early);
    if (slowed) break;
    const sent = message ? trial.send(message.text, { id: message.id }) : trial.send();
    sending.push(
      sent.then((one) => {
        slowed ||= isSlowed(one);
        return one;
      }),
    );
  }
  const sent = await Promise.all(sending);
  const seconds = Math.max(sent.length / perSecond, (performance.now() - began) / 1000);
  return { sent, slowed, perSecond: round(sent.filter(isTaken).length / seconds) };
}

/** So many messages of no matter what text. */
export const none = (count: number): undefined[] => Array.from({ length: count });
export const round = (perSecond: number): number => Math.round(perSecond * 10) / 10;
