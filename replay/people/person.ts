import type { PostOfficeClock } from '@sampai/testkit';
import type { Channel } from '../scenarios/scenario.ts';
import { type Diary, newDiary } from './diary.ts';
import type { Plan } from './plan.ts';
import { readMail } from './reading.ts';
import type { Letter, Service } from './service.ts';

export type World = { clock: Pick<PostOfficeClock, 'now' | 'after'>; service: Service };

/** Seconds after asking at which somebody who has nothing yet looks at the page. News brings her back at any time. */
const LOOKS = [1, 2.5, 4.5, 10, 16, 25, 40, 61];
/** News of the first moment ("queued", "handed over") is no reason to look again. */
const NEWS_AFTER_MS = 900;
const REFUSED_AGAIN_SECONDS = 30;

export type Person = {
  diary: Diary;
  /** A message lies on her phone or in her mailbox. */
  receive(letter: Letter): void;
  /** Done, or gone away. */
  finished(): boolean;
  /** Ends what is still to come, and waits for what is under way. */
  stop(): Promise<void>;
};

/** Lets a person live: asks when her time has come, then waits, looks, presses, follows advice and types, as planned. */
export function livePerson(plan: Plan, { clock, service }: World): Person {
  const diary = newDiary(plan);
  const timers = new Set<() => void>();
  let chain = Promise.resolve();
  let stopNews = () => {};
  let lookPending = false;
  let stopped = false;
  let advised: Channel | null = null;
  const now = () => clock.now().getTime();
  const finished = () => diary.doneAt !== null || diary.gaveUpAt !== null;

  /** One thing after the other: she has two hands. */
  const act = (what: () => Promise<void>, always = false) => {
    if (stopped) return;
    chain = chain
      .then(() => (always || !finished() ? what() : undefined))
      .catch((fault: unknown) => void diary.faults.push(fault instanceof Error ? fault.message : 'unknown'));
  };
  const later = (seconds: number, what: () => Promise<void>) => {
    const callOff = clock.after(Math.max(0, seconds), () => {
      timers.delete(callOff);
      act(what);
    });
    timers.add(callOff);
    return () => {
      callOff();
      timers.delete(callOff);
    };
  };
  /** She intends one next press at a time. */
  let callOffPress = () => {};
  const planPress = (seconds: number, what: () => Promise<void> = press) => {
    callOffPress();
    callOffPress = later(seconds, what);
  };
  const end = () => {
    stopNews();
    for (const callOff of timers) callOff();
    timers.clear();
  };

  const reading = readMail({ plan, diary, service, now, later, end, pressSoon: planPress });

  async function begin(): Promise<void> {
    diary.askedAt = now();
    stopNews = service.onNews(plan, hear);
    const asked = await service.ask(plan);
    for (const seconds of LOOKS) later(seconds, look);
    if (asked) planPress(nextPatience());
    else planPress(REFUSED_AGAIN_SECONDS, beginAgain);
    later(plan.givesUpAfter, async () => {
      diary.gaveUpAt = now();
      end();
    });
  }

  async function beginAgain(): Promise<void> {
    const asked = await service.ask(plan);
    if (asked) diary.presses += 1;
    else diary.heldBack += 1;
    if (asked) planPress(nextPatience());
    else planPress(REFUSED_AGAIN_SECONDS * 2, beginAgain);
  }

  function hear(): void {
    if (diary.askedAt === null || now() - diary.askedAt < NEWS_AFTER_MS || lookPending) return;
    lookPending = true;
    act(async () => {
      lookPending = false;
      await reading.judgeAgain();
      await look();
    }, true);
  }

  async function look(): Promise<void> {
    if (finished() || reading.holdsUnread()) return;
    const screen = await service.look(plan);
    if (screen.told) diary.toldAt ??= now();
    consider(screen.advice);
  }

  function consider(advice: Channel | null): void {
    if (!advice || advice === advised || !plan.follows || !plan.addresses[advice]) return;
    advised = advice;
    later(plan.followSeconds, () => send(advice));
  }

  const nextPatience = () => plan.patience[Math.min(diary.presses, plan.patience.length - 1)] ?? 60;

  async function press(): Promise<void> {
    if (reading.holdsUnread() || diary.presses >= plan.patience.length) return;
    const screen = await service.look(plan);
    if (screen.told) diary.toldAt ??= now();
    consider(screen.advice);
    const other = diary.presses > 0 && plan.triesOther ? (screen.offers[0] ?? null) : null;
    // The button says when it opens, and does not open before.
    if (!other && screen.againAt !== null && screen.againAt > now())
      return planPress((screen.againAt - now()) / 1_000 + 1);
    await send(other);
  }

  async function send(channel: Channel | null): Promise<void> {
    if (reading.holdsUnread()) return;
    const pressed = await service.press(plan, channel);
    if (pressed.kind === 'over') return beginAgain();
    if (pressed.kind === 'sent') diary.presses += 1;
    else {
      diary.heldBack += 1;
      consider(pressed.advice);
    }
    planPress(nextPatience());
  }

  later(plan.asksAt, begin);
  return {
    diary,
    receive: (letter) => act(() => reading.receive(letter), true),
    finished,
    async stop() {
      stopped = true;
      end();
      await chain;
    },
  };
}
