import type { Facts } from '@sampai/tax-forms';
import { describe, expect, it } from 'vitest';
import { Trouble } from '../../../lib/trouble.ts';
import type { Kept } from './draft.ts';
import { makeKeeper, PAUSE, RETRY, type SaveAnswer } from './keeper.ts';

const kept = (version: number, facts: Facts): Kept => ({
  version,
  facts,
  prefilled: [],
  savedAt: '2025-03-03T02:24:00Z',
});

/** A keeper with a server that answers when told to, and a clock that runs when told to. */
function bench(facts: Facts = { A1: '100' }) {
  const sent: {
    version: number;
    facts: Facts;
    answer: (a: SaveAnswer) => void;
    fail: (e: unknown) => void;
  }[] = [];
  const timers = new Map<() => void, number>();
  const keeper = makeKeeper(kept(1, facts), {
    save: (version, saving) =>
      new Promise((answer, fail) => sent.push({ version, facts: saving, answer, fail })),
    later: (task, milliseconds) => {
      timers.set(task, milliseconds);
      return () => timers.delete(task);
    },
  });
  const last = () => {
    const request = sent.at(-1);
    if (!request) throw new Error('nothing was sent');
    return request;
  };
  return {
    keeper,
    sent,
    timers,
    ring() {
      const due = [...timers.keys()];
      timers.clear();
      for (const task of due) task();
    },
    accept() {
      const { version, facts: saving, answer } = last();
      answer({ kind: 'saved', kept: kept(version + 1, saving) });
    },
    refuseAsStale: (theirs: Kept) => last().answer({ kind: 'stale', kept: theirs }),
    fail: (error: unknown) => last().fail(error),
    settle: () => new Promise((done) => setImmediate(done)),
  };
}

describe('a keeper', () => {
  it('saves after a pause, once, however much was typed', async () => {
    const b = bench();
    for (const value of ['2', '20', '200']) b.keeper.answer('A1', value);
    expect(b.keeper.state().saving).toBe('unsaved');
    expect([...b.timers.values()]).toEqual([PAUSE]);
    b.ring();
    expect(b.sent).toMatchObject([{ version: 1, facts: { A1: '200' } }]);
    b.accept();
    await b.settle();
    expect(b.keeper.state()).toMatchObject({ saving: 'saved', draft: { kept: { version: 2 } } });
    expect(b.timers.size).toBe(0);
  });

  it('has one save on its way at a time, and follows it with what was typed meanwhile', async () => {
    const b = bench();
    b.keeper.answer('A1', '2');
    const flushed = b.keeper.flush();
    b.keeper.answer('A1', '20');
    expect(b.sent).toHaveLength(1);
    b.accept();
    await b.settle();
    expect(b.sent.at(-1)).toMatchObject({ version: 2, facts: { A1: '20' } });
    b.accept();
    expect(await flushed).toBe('saved');
  });

  it('does not take its own save for another window’s, though the cache tells it first', async () => {
    const b = bench();
    b.keeper.answer('A1', '2');
    const flushed = b.keeper.flush();
    b.keeper.answer('A1', '20');
    b.keeper.receive(kept(2, { A1: '2' }));
    b.accept();
    await b.settle();
    b.accept();
    expect(await flushed).toBe('saved');
    expect(b.keeper.state().draft).toMatchObject({ facts: { A1: '20' }, taken: [], clashes: [] });
  });

  it('sends nothing when nothing changed', async () => {
    const b = bench();
    expect(await b.keeper.flush()).toBe('saved');
    b.keeper.answer('A1', '100');
    expect(await b.keeper.flush()).toBe('saved');
    expect(b.sent).toEqual([]);
  });

  it('goes on trying after a lost connection, at growing intervals, and lets the person type', async () => {
    const b = bench();
    b.keeper.answer('A1', '2');
    const flushed = b.keeper.flush();
    b.fail(new Trouble('offline'));
    expect(await flushed).toBe('offline');
    expect([...b.timers.values()]).toEqual([RETRY.first]);
    b.ring();
    b.fail(new Trouble('server'));
    await b.settle();
    expect(b.keeper.state().saving).toBe('failed');
    expect([...b.timers.values()]).toEqual([RETRY.first * 2]);
    b.keeper.answer('A1', '20');
    expect(b.keeper.state()).toMatchObject({ saving: 'failed', draft: { facts: { A1: '20' } } });
    b.ring();
    b.accept();
    await b.settle();
    expect(b.keeper.state().saving).toBe('saved');
  });

  it('is quiet when the save had come through and only its answer was lost', async () => {
    const b = bench();
    b.keeper.answer('A1', '200');
    b.ring();
    b.fail(new Trouble('offline'));
    await b.settle();
    b.ring();
    b.refuseAsStale(kept(2, { A1: '200' }));
    await b.settle();
    expect(b.keeper.state()).toMatchObject({ saving: 'saved', draft: { taken: [], clashes: [] } });
  });
});

describe('two windows', () => {
  it('that changed the same field: nothing is saved until the person has chosen', async () => {
    const b = bench();
    b.keeper.answer('A1', '200');
    const flushed = b.keeper.flush();
    b.refuseAsStale(kept(5, { A1: '300' }));
    expect(await flushed).toBe('clash');
    b.keeper.answer('C11', '9');
    expect(await b.keeper.flush()).toBe('clash');
    expect(b.sent).toHaveLength(1);
    b.keeper.choose('A1', 'mine');
    b.ring();
    expect(b.sent.at(-1)).toMatchObject({ version: 5, facts: { A1: '200', C11: '9' } });
  });

  it('that changed different fields: both are kept, and the person is told', async () => {
    const b = bench({ A1: '100', A6: '5' });
    b.keeper.answer('A1', '200');
    const flushed = b.keeper.flush();
    b.refuseAsStale(kept(2, { A1: '100', A6: '7' }));
    await b.settle();
    expect(b.sent.at(-1)).toMatchObject({ version: 2, facts: { A1: '200', A6: '7' } });
    b.accept();
    expect(await flushed).toBe('saved');
    expect(b.keeper.state().draft.taken).toEqual([{ field: 'A6', from: '5', to: '7' }]);
    b.keeper.acknowledge();
    expect(b.keeper.state().draft.taken).toEqual([]);
  });

  it('meet also when this one only looks', () => {
    const b = bench();
    b.keeper.receive(kept(2, { A1: '300' }));
    expect(b.keeper.state()).toMatchObject({ saving: 'saved', draft: { facts: { A1: '300' } } });
    b.keeper.receive(kept(1, { A1: '100' }));
    expect(b.keeper.state().draft.facts.A1).toBe('300');
  });
});

it('does not try again what was refused, until something changes', async () => {
  const b = bench();
  b.keeper.answer('A1', '2');
  const flushed = b.keeper.flush();
  b.sent.at(-1)?.answer({ kind: 'refused', code: 'ALREADY_SUBMITTED', message: () => 'Sudah dikirim.' });
  expect(await flushed).toBe('refused');
  expect(b.timers.size).toBe(0);
  expect(await b.keeper.flush()).toBe('refused');
  expect(b.sent).toHaveLength(1);
  expect(b.keeper.state().refusal?.code).toBe('ALREADY_SUBMITTED');
  b.keeper.answer('A1', '3');
  b.ring();
  expect(b.sent).toHaveLength(2);
});

it('asks for a choice at once, also while the network is away', async () => {
  const b = bench();
  b.keeper.answer('A1', '2');
  const flushed = b.keeper.flush();
  b.fail(new Trouble('offline'));
  await flushed;
  b.keeper.receive(kept(2, { A1: '3' }));
  expect(b.keeper.state().saving).toBe('clash');
});
