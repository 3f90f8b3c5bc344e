import { expect, it } from 'vitest';
import { isNews, makeThrottles } from './throttles.ts';

function lane() {
  const time = { now: 0 };
  const { meantForLane } = makeThrottles(() => time.now);
  const newsAt = new Map<string, number>();
  /** With what the message's row says, whichever worker has it. */
  const hear = (id: string, slowDown: 'everybody' | 'one' | null) => {
    const at = newsAt.get(id);
    const news = slowDown === 'everybody' && isNews(at === undefined ? null : (time.now - at) / 1_000);
    if (news) newsAt.set(id, time.now);
    return meantForLane({ id, lane: 'sms:xl', accepted: slowDown === null, slowDown, news });
  };
  return { time, hear };
}

it('one message that is throttled again and again is news of its lane once a minute', () => {
  const { time, hear } = lane();
  const heard = [0, 5, 10, 30, 60].map((second) => {
    time.now = second * 1_000;
    return hear('a', 'everybody');
  });
  expect(heard).toEqual([true, false, false, false, true]);
});

it('several that are throttled at a time are, however often it was said of them', () => {
  const { time, hear } = lane();
  for (const id of ['a', 'b']) hear(id, 'everybody');
  time.now = 10_000;
  expect([hear('a', 'everybody'), hear('b', 'everybody')]).toEqual([false, true]);
});

it('a full queue of one number is none of its lane', () => {
  const { time, hear } = lane();
  for (let second = 0; second < 600; second += 5) {
    time.now = second * 1_000;
    expect(hear('a', 'one')).toBe(false);
  }
});

it('the full queues of three people within ten seconds are, where no more than they get through', () => {
  const { time, hear } = lane();
  expect(['a', 'b', 'c'].map((id) => hear(id, 'one'))).toEqual([false, false, true]);
  time.now = 10_000;
  expect(hear('d', 'one')).toBe(false);
  for (const id of ['e', 'f', 'g', 'h']) hear(id, null);
  expect([hear('i', 'one'), hear('j', 'one')]).toEqual([false, false]);
});
