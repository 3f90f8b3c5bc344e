import { describe, expect, it } from 'vitest';
import { acknowledged, answered, chosen, isUnsaved, type Kept, met, openDraft, saved } from './draft.ts';

const kept = (version: number, facts: Kept['facts']): Kept => ({
  version,
  facts,
  prefilled: [],
  savedAt: '2025-03-03T02:24:00Z',
});
const first = kept(1, { A1: '100', A6: '5' });

describe('a draft is unsaved', () => {
  it('once a field differs from what is kept, and no longer when it is back', () => {
    const changed = answered(openDraft(first), 'A1', '200');
    expect(isUnsaved(changed)).toBe(true);
    expect(isUnsaved(answered(changed, 'A1', '100'))).toBe(false);
  });
  it('when a field was emptied, but not when an empty one is left empty', () => {
    expect(isUnsaved(answered(openDraft(first), 'A1', ''))).toBe(true);
    expect(isUnsaved(answered(openDraft(first), 'B8', ''))).toBe(false);
  });
  it('by what was typed while the save was on its way', () => {
    const sent = answered(openDraft(first), 'A1', '20');
    const typedOn = answered(sent, 'A1', '200');
    const after = saved(typedOn, kept(2, { A1: '20', A6: '5' }));
    expect(isUnsaved(after)).toBe(true);
    expect(after.facts.A1).toBe('200');
  });
});

describe('another window’s answers', () => {
  const mine = answered(openDraft(first), 'A1', '200');

  it('are not brought in by an answer that came late', () => {
    const now = saved(mine, kept(3, { A1: '200', A6: '5' }));
    expect(met(now, kept(2, { A1: '1', A6: '1' }))).toBe(now);
    expect(met(now, kept(3, { A1: '200', A6: '5' }))).toBe(now);
  });
  it('wait for a choice where both changed a field', () => {
    const clashing = met(mine, kept(2, { A1: '300', A6: '5' }));
    expect(clashing.clashes).toEqual([{ field: 'A1', mine: '200', theirs: '300' }]);
    expect(clashing.facts.A1).toBe('200');

    const theirs = chosen(clashing, 'A1', 'theirs');
    expect(theirs.clashes).toEqual([]);
    expect(isUnsaved(theirs)).toBe(false);

    const ours = chosen(clashing, 'A1', 'mine');
    expect(ours.facts.A1).toBe('200');
    expect(isUnsaved(ours)).toBe(true);
    expect(ours.kept.version).toBe(2);
  });
  it('still wait when this window types on in the field', () => {
    const typedOn = answered(met(mine, kept(2, { A1: '300' })), 'A1', '250');
    expect(typedOn.clashes).toContainEqual({ field: 'A1', mine: '250', theirs: '300' });
  });
  it('still wait when the other window saves once more, with its newest answer', () => {
    const again = met(met(mine, kept(2, { A1: '300', A6: '5' })), kept(3, { A1: '300', A6: '9' }));
    expect(again.clashes).toEqual([{ field: 'A1', mine: '200', theirs: '300' }]);
    const agreed = met(again, kept(4, { A1: '200', A6: '9' }));
    expect(agreed.clashes).toEqual([]);
  });
  it('are told once, from what the person last saw to what it is now', () => {
    const twice = met(
      met(openDraft(first), kept(2, { A1: '300', A6: '5' })),
      kept(3, { A1: '400', A6: '5' }),
    );
    expect(twice.taken).toEqual([{ field: 'A1', from: '100', to: '400' }]);
    expect(acknowledged(twice).taken).toEqual([]);
  });
});

it('chooses nothing where nothing clashes', () => {
  const draft = openDraft(first);
  expect(chosen(draft, 'A1', 'theirs')).toBe(draft);
});
