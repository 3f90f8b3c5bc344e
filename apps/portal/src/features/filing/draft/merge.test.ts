import { expect, it } from 'vitest';
import { mergeFacts } from './merge.ts';

const base = { A1: '100', A6: '5', ptkp: 'TK/0' };

it('takes what only the other window changed, and says so', () => {
  expect(mergeFacts(base, base, { ...base, A1: '200' })).toEqual({
    facts: { ...base, A1: '200' },
    taken: [{ field: 'A1', from: '100', to: '200' }],
    clashes: [],
  });
});

it('keeps what only this window changed', () => {
  const mine = { ...base, A1: '150' };
  expect(mergeFacts(base, mine, base)).toEqual({ facts: mine, taken: [], clashes: [] });
});

it('brings both together where they changed different fields', () => {
  const merged = mergeFacts(base, { ...base, A1: '150' }, { ...base, A6: '7' });
  expect(merged).toMatchObject({ facts: { A1: '150', A6: '7', ptkp: 'TK/0' }, clashes: [] });
  expect(merged.taken).toHaveLength(1);
});

it('is quiet where both changed a field alike, as after a save whose answer was lost', () => {
  const both = { ...base, A1: '150', C11: '9' };
  expect(mergeFacts(base, both, both)).toEqual({ facts: both, taken: [], clashes: [] });
});

it('overwrites neither where both changed a field differently', () => {
  expect(mergeFacts(base, { ...base, A1: '150' }, { ...base, A1: '200' })).toEqual({
    facts: { ...base, A1: '150' },
    taken: [],
    clashes: [{ field: 'A1', mine: '150', theirs: '200' }],
  });
});

it('counts an emptied field as changed, and an empty one as never answered', () => {
  expect(mergeFacts(base, { ...base, A1: '' }, { ...base, A1: '200' }).clashes).toEqual([
    { field: 'A1', mine: '', theirs: '200' },
  ]);
  expect(mergeFacts(base, { ...base, B8: '' }, base)).toMatchObject({ taken: [], clashes: [] });
  expect(mergeFacts(base, base, { A6: '5', ptkp: 'TK/0' }).taken).toEqual([
    { field: 'A1', from: '100', to: '' },
  ]);
});

it('survives field names that objects have of their own', () => {
  expect(mergeFacts(base, base, { ...base, constructor: 'x' }).taken).toEqual([
    { field: 'constructor', from: '', to: 'x' },
  ]);
});
