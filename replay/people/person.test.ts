import { makeClock } from '@sampai/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gmail2020 } from '../scenarios/gmail-2020.ts';
import { livePerson } from './person.ts';
import { type Plan, planPeople } from './plan.ts';
import type { Letter, Screen, Service } from './service.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [somebody] = planPeople(gmail2020, 1, 1);
if (!somebody) throw new Error('there is nobody');
const calm: Plan = {
  ...somebody,
  ...{
    asksAt: 10,
    purpose: 'SUBMIT_RETURN',
    wish: 'EMAIL',
    addresses: { EMAIL: 'a@gmail.com', SMS: '+62812' },
  },
  ...{ notice: { SMS: 5, EMAIL: 20 }, patience: [80, 120, 180], givesUpAfter: 1_000 },
  ...{ newestFirst: false, triesInARow: 3, follows: true, followSeconds: 10, triesOther: false, typo: false },
};

/** A person and a policy that does as it is told. */
function meet(change: Partial<Plan> = {}) {
  const clock = makeClock();
  const began = clock.now().getTime();
  const done: string[] = [];
  const at = () => (clock.now().getTime() - began) / 1_000;
  const policy = {
    screen: { told: false, advice: null, offers: [], againAt: null } as Screen,
    right: '222222',
    hear: () => {},
  };
  const service: Service = {
    ask: async () => done.push(`asks at ${at()}`) > 0,
    press: async (_, channel) => {
      done.push(`presses ${channel ?? 'again'} at ${Math.round(at())}`);
      return { kind: 'sent' };
    },
    enter: async (_, __, typed) => {
      done.push(`types ${typed} at ${Math.round(at())}`);
      return typed === policy.right ? 'right' : 'wrong';
    },
    look: async () => policy.screen,
    judge: async (_, { code }) => (code === policy.right ? 'usable' : 'dead'),
    livesUntil: async () => null,
    onNews: (_, hear) => {
      policy.hear = hear;
      return () => {};
    },
  };
  const person = livePerson({ ...calm, ...change }, { clock, service });
  const letter = (code: string, channel: Letter['channel'] = 'EMAIL') =>
    person.receive({ channel, code, text: code, at: clock.now().getTime() });
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
  return { person, policy, done, letter, pass, began };
}

test('she asks when her time has come, notices the message, types its code, and is done', async () => {
  const { person, done, letter, pass, began } = meet();
  await pass(14);
  letter('222222');
  await pass(200);
  expect(done).toEqual(['asks at 10', 'types 222222 at 34']);
  expect(person.diary).toMatchObject({
    askedAt: began + 10_000,
    usableAt: began + 14_000,
    doneAt: began + 34_000,
  });
});

test('she presses once her patience is over, but not before the page says when', async () => {
  const { policy, done, pass, began } = meet();
  policy.screen.againAt = began + 150_000;
  await pass(160);
  expect(done).toEqual(['asks at 10', 'presses again at 151']);
  policy.screen.againAt = null;
  await pass(125);
  expect(done.at(-1)).toBe('presses again at 271');
});

test('news of trouble is the truth told; advice is followed, once', async () => {
  const { person, policy, done, pass, began } = meet();
  await pass(12);
  policy.screen = { told: true, advice: 'SMS', offers: ['SMS'], againAt: null };
  policy.hear();
  await pass(30);
  expect(person.diary.toldAt).toBe(began + 12_000);
  expect(done).toEqual(['asks at 10', 'presses SMS at 22']);
});

test('of several codes she tries one after the other; after three wrong ones she asks again', async () => {
  const { person, done, letter, pass } = meet();
  await pass(11);
  for (const code of ['111111', '111112', '111113', '111114']) letter(code);
  await pass(60);
  expect(done).toEqual([
    ...['asks at 10', 'types 111111 at 31', 'types 111112 at 37', 'types 111113 at 43'],
    'presses again at 48',
  ]);
  expect(person.diary).toMatchObject({ wrong: 3, usableAt: null });
});

test('a slip of the finger is one wrong entry; who has gone types nothing any more', async () => {
  const slip = meet({ typo: true });
  await slip.pass(11);
  slip.letter('222222');
  await slip.pass(60);
  expect(slip.done).toEqual(['asks at 10', 'types 222223 at 31', 'types 222222 at 37']);
  const gone = meet({ givesUpAfter: 30 });
  await gone.pass(41);
  gone.letter('222222');
  await gone.pass(100);
  expect(gone.done).toEqual(['asks at 10']);
  expect(gone.person.diary).toMatchObject({ doneAt: null, letters: [{ verdict: 'usable', waiting: false }] });
});
