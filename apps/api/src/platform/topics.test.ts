import { afterEach, describe, expect, it } from 'vitest';
import type { Notices } from './notices.ts';
import { openTopics } from './topics.ts';

const NEVER_MS = 60_000;

/** A notification channel in memory. */
async function topicsOf() {
  const heard = new Set<(payload: string) => void>();
  const gaps = new Set<() => void>();
  const notices: Pick<Notices, 'listen' | 'onGap'> = {
    listen: async (_, handler) => {
      heard.add(handler);
      return () => heard.delete(handler);
    },
    onGap: (handler) => {
      gaps.add(handler);
      return () => gaps.delete(handler);
    },
  };
  return {
    topics: await openTopics(notices as Notices, 'changed'),
    tell: (id: string) => {
      for (const hear of heard) hear(id);
    },
    gap: () => {
      for (const hear of gaps) hear();
    },
  };
}
const opened: { return?(): unknown }[] = [];
const kept = <T extends { return?(): unknown }>(watch: T): T => {
  opened.push(watch);
  return watch;
};
afterEach(async () => {
  for (const watch of opened.splice(0)) await watch.return?.();
});
/** What a promise has come to by now; 'waiting' where nothing came. */
const sofar = async <T>(promise: Promise<T>) => {
  await new Promise(setImmediate);
  return Promise.race([promise, Promise.resolve('waiting' as const)]);
};

describe('watching a topic', () => {
  it('goes on where the database was away for a moment', async () => {
    const { topics } = await topicsOf();
    let away = true;
    const look = async () => {
      if (!away) return 'sent';
      away = false;
      throw Object.assign(new Error('x'), { code: '57P01' });
    };
    const watch = kept(topics.watch('a', NEVER_MS, look, String));
    expect(await watch.next()).toEqual({ done: false, value: 'sent' });
  });

  it('gives what is there, then what has changed, and nothing for news without a change', async () => {
    const { topics, tell } = await topicsOf();
    let state = 'queued';
    const watch = kept(topics.watch('a', NEVER_MS, async () => state, String));
    expect(await watch.next()).toEqual({ done: false, value: 'queued' });
    const next = watch.next();
    tell('a');
    tell('b');
    expect(await sofar(next)).toBe('waiting');
    state = 'sent';
    tell('b');
    expect(await sofar(next)).toBe('waiting');
    tell('a');
    expect(await next).toEqual({ done: false, value: 'sent' });
  });

  it('misses no change that comes while it looks', async () => {
    const { topics, tell } = await topicsOf();
    let state = 0;
    const look = async () => {
      const seen = state;
      if (state < 3) {
        state += 1;
        tell('a');
      }
      return seen;
    };
    const watch = kept(topics.watch('a', NEVER_MS, look, String));
    const seen: unknown[] = [];
    for (let event = 0; event < 4; event += 1) seen.push((await watch.next()).value);
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it('looks again after the connection for news was away, and from time to time', async () => {
    const { topics, gap } = await topicsOf();
    let state = 'queued';
    const watch = kept(topics.watch('a', NEVER_MS, async () => state, String));
    await watch.next();
    state = 'sent';
    gap();
    expect((await watch.next()).value).toBe('sent');
    const ticking = kept(topics.watch('a', 5, async () => state, String));
    await ticking.next();
    const next = ticking.next();
    state = 'late';
    expect((await next).value).toBe('late');
  });

  it('ends after it told that there is nothing to see any more', async () => {
    const { topics } = await topicsOf();
    const watch = topics.watch('a', NEVER_MS, async () => null, String);
    expect(await watch.next()).toEqual({ done: false, value: null });
    expect(await watch.next()).toEqual({ done: true, value: undefined });
    expect(topics.watched()).toBe(0);
  });

  it('ends at once when nobody listens any more, also in the middle of waiting, and is looked at no more', async () => {
    const { topics, tell } = await topicsOf();
    let looks = 0;
    const watch = topics.watch(
      'a',
      5,
      async () => {
        looks += 1;
        return looks;
      },
      () => 'the same',
    );
    await watch.next();
    const waiting = watch.next();
    await watch.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(topics.watched()).toBe(0);
    const before = looks;
    tell('a');
    await new Promise((tick) => setTimeout(tick, 20));
    expect(looks).toBe(before);
  });

  it('ends where looking breaks', async () => {
    const { topics } = await topicsOf();
    const watch = topics.watch('a', NEVER_MS, () => Promise.reject(new Error('down')), String);
    await expect(watch.next()).rejects.toThrow('down');
    expect(topics.watched()).toBe(0);
  });
});
