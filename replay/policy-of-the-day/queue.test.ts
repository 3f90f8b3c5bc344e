import { makeClock } from '@sampai/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeQueue, type Tried } from './queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const RULES = { senders: 2, retrySeconds: 300, retries: 48 };

test('one row for everybody: a blocked provider that lets its senders wait holds up all who stand behind', async () => {
  const sent: string[] = [];
  const queue = makeQueue<string>(RULES, makeClock(), async (to) => {
    await new Promise((resolve) => setTimeout(resolve, to === 'gmail' ? 3_000 : 0));
    if (to !== 'gmail') sent.push(to);
    return to === 'gmail' ? 'later' : 'done';
  });
  for (const to of ['gmail', 'gmail', 'gmail', 'gmail', 'yahoo']) queue.put(to);
  await vi.advanceTimersByTimeAsync(5_900);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual(['yahoo']);
});

test('what fails for now comes back at the end of the row after its retry time, until its tries are used up', async () => {
  const tried: string[] = [];
  const queue = makeQueue<string>({ ...RULES, retries: 2 }, makeClock(), async (to): Promise<Tried> => {
    tried.push(to);
    return to === 'a' ? 'later' : 'done';
  });
  queue.put('a');
  await vi.advanceTimersByTimeAsync(299_000);
  expect(tried).toEqual(['a']);
  queue.put('b');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(tried).toEqual(['a', 'b', 'a']);
  await vi.advanceTimersByTimeAsync(3_000_000);
  expect(tried).toEqual(['a', 'b', 'a', 'a']);
});
