import type { Carrier, Outbound } from '@sampai/carriers';
import { makeClock } from '@sampai/testkit';
import { beforeEach, expect, test } from 'vitest';
import { planPeople } from '../people/plan.ts';
import type { Letter } from '../people/service.ts';
import { gmail2020 } from '../scenarios/gmail-2020.ts';
import { type DayDesk, openDayDesk } from './desk.ts';
import { POLICY_OF_THE_DAY } from './policy.ts';

const [person] = planPeople(gmail2020, 1, 1);
if (!person) throw new Error('there is nobody');

let clock = makeClock();
let sent: Outbound[] = [];
let desk: DayDesk;
const carrier: Carrier = {
  route: 'relay',
  channel: 'EMAIL',
  async send(message) {
    sent.push(message);
    return { kind: 'accepted', providerId: null, reply: '250' };
  },
  onReceipt: () => {},
  close: async () => {},
};

beforeEach(() => {
  clock = makeClock();
  sent = [];
  let last = 100_000;
  desk = openDayDesk({
    clock,
    policy: POLICY_OF_THE_DAY,
    channel: 'EMAIL',
    carrierFor: () => carrier,
    newCode: () => String(last++),
  });
});
const letter = (code: string): Letter => ({ channel: 'EMAIL', code, text: code, at: clock.now().getTime() });
const type = (code: string) => desk.enter(person, letter(code), code);
const judge = (code: string) => desk.judge(person, letter(code), clock.now().getTime());
const pass = (seconds: number) => clock.set({ at: new Date(clock.now().getTime() + seconds * 1_000) });

test('every press is a new code, and the old one is dead', async () => {
  await desk.ask(person);
  expect(await desk.press(person, null)).toEqual({ kind: 'sent' });
  expect(sent.map(({ text }) => /\d{6}/.exec(text)?.[0])).toEqual(['100000', '100001']);
  expect(await judge('100000')).toBe('dead');
  expect(await type('100000')).toBe('wrong');
  expect(await type('100001')).toBe('right');
  expect(await judge('100001')).toBe('used');
  expect(await judge('100000')).toBe('dead');
});

test('a code lives ten minutes from its issue, whenever it arrives', async () => {
  await desk.ask(person);
  pass(599);
  expect(await judge('100000')).toBe('usable');
  pass(2);
  expect(await judge('100000')).toBe('dead');
  expect(await type('100000')).toBe('expired');
});

test('the page knows nothing, and the carrier is not told how long a code is worth anything', async () => {
  await desk.ask(person);
  expect(await desk.look(person)).toEqual({ told: false, advice: null, offers: [], againAt: null });
  const [message] = sent;
  expect(Number(message?.expiresAt) - Number(message?.now)).toBe(86_400_000);
});
