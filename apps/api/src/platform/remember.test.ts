import { expect, it } from 'vitest';
import { remember } from './remember.ts';

it('lets all who ask at once wait for one loading, and see what it gave', async () => {
  let loads = 0;
  const figure = remember(async () => {
    await new Promise(setImmediate);
    loads += 1;
    return loads;
  }, 60_000);
  expect(await Promise.all([figure.get(), figure.get(), figure.get()])).toEqual([1, 1, 1]);
  expect(await figure.get()).toBe(1);
  figure.forget();
  expect(await figure.get()).toBe(2);
});

it('does not keep what was looked up before it was to be forgotten', async () => {
  const looks: ((seen: string) => void)[] = [];
  const state = remember(() => new Promise<string>((seen) => looks.push(seen)), 60_000);
  const before = state.get();
  state.forget();
  const after = state.get();
  looks[1]?.('new');
  expect(await after).toBe('new');
  looks[0]?.('old');
  expect(await before).toBe('old');
  expect(await state.get()).toBe('new');
});

it('does not keep a failure', async () => {
  const answers = [Promise.reject(new Error('down')), Promise.resolve('up')];
  const state = remember(() => answers.shift() ?? Promise.reject(new Error('asked too often')), 60_000);
  await expect(state.get()).rejects.toThrow('down');
  expect(await state.get()).toBe('up');
  expect(await state.get()).toBe('up');
});

it('loads again once it is too old', async () => {
  let loads = 0;
  const figure = remember(async () => ++loads, 0);
  expect([await figure.get(), await figure.get()]).toEqual([1, 2]);
});
