import type { Diary } from './diary.ts';
import type { Plan } from './plan.ts';
import type { Letter, Service } from './service.ts';

const SOON_MS = 600_000;
const TYPE_AGAIN_SECONDS = 6;
const PRESS_AFTER_REFUSAL_SECONDS = 5;

type Given = {
  plan: Plan;
  diary: Diary;
  service: Service;
  now(): number;
  later(seconds: number, what: () => Promise<void>): unknown;
  /** She has what she wanted. */
  end(): void;
  pressSoon(seconds: number): void;
};

/** What a person does with the messages that arrive: notices them, types a code, tries another. */
export function readMail({ plan, diary, service, now, later, end, pressSoon }: Given) {
  const all: { letter: Letter; entry: Diary['letters'][number] }[] = [];
  let unread: Letter[] = [];
  const wrongCodes = new Set<string>();
  let readPlanned = false;
  let slip = plan.typo;
  let inARow = 0;
  const finished = () => diary.doneAt !== null || diary.gaveUpAt !== null;

  const planRead = (seconds: number) => {
    if (readPlanned) return;
    readPlanned = true;
    later(seconds, read);
  };

  async function read(): Promise<void> {
    readPlanned = false;
    const letter = plan.newestFirst ? unread.at(-1) : unread[0];
    if (!letter) return;
    const typed = slip ? slipOf(letter.code) : letter.code;
    const entry = await service.enter(plan, letter, typed);
    if (entry === 'right') {
      diary.doneAt = now();
      return end();
    }
    if (slip) {
      slip = false; // she sees it and types again
      diary.wrong += 1;
      return planRead(TYPE_AGAIN_SECONDS);
    }
    unread = unread.filter((one) => one !== letter);
    if (entry === 'wrong') {
      diary.wrong += 1;
      wrongCodes.add(letter.code);
      unread = unread.filter(({ code }) => code !== letter.code);
    }
    if (entry === 'expired') await noteExpired(letter);
    inARow += 1;
    if (unread.length > 0 && inARow < plan.triesInARow) return planRead(TYPE_AGAIN_SECONDS);
    inARow = 0;
    unread = []; // what she has not tried by now she does not believe in
    pressSoon(PRESS_AFTER_REFUSAL_SECONDS);
  }

  async function noteExpired(letter: Letter): Promise<void> {
    diary.expired += 1;
    if (now() - letter.at > SOON_MS) return;
    diary.expiredSoon += 1;
    const at = now();
    if ((await service.livesUntil(plan, at)) !== null) diary.expiredSoonBeforeEnd += 1;
  }

  return {
    holdsUnread: () => unread.length > 0,
    async receive(letter: Letter): Promise<void> {
      const verdict = await service.judge(plan, letter, letter.at);
      const entry = { channel: letter.channel, at: letter.at, verdict, waiting: !finished() };
      diary.letters.push(entry);
      all.push({ letter, entry });
      if (verdict === 'usable') diary.usableAt ??= letter.at;
      if (finished() || wrongCodes.has(letter.code)) return;
      unread.push(letter);
      planRead(plan.notice[letter.channel]);
    },
    /** A code that arrived before its time counts from when it would be accepted. */
    async judgeAgain(): Promise<void> {
      if (diary.usableAt !== null) return;
      for (const { letter, entry } of all) {
        if (entry.verdict !== 'not-now' || (await service.judge(plan, letter, now())) !== 'usable') continue;
        entry.verdict = 'usable';
        diary.usableAt ??= now();
      }
    },
  };
}

/** The last digit, one too high. */
const slipOf = (code: string) => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;
