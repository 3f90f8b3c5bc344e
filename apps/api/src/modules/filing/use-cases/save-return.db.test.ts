import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from '../testing/bench.ts';
import { COMPLETE, draftOf, submitAs, tokenFor } from '../testing/steps.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const notFound = { ok: false, refusal: { code: 'NOT_FOUND', field: 'returnId' } };

describe('saving a return', () => {
  it.each(['', 'nonsense', '\u0000', crypto.randomUUID()])('%j is nobody’s', async (returnId) => {
    const { taxpayerId } = await bench.person();
    expect(await bench.filing.saveReturn(taxpayerId, { returnId, version: 1, facts: {} })).toEqual(notFound);
  });

  it('of another person is as if it did not exist, and stays as it is', async () => {
    const [owner, stranger] = [await bench.person(), await bench.person()];
    const { id, version } = await draftOf(bench, owner);
    const attempt = { returnId: id, version, facts: { A1: '1' } };
    expect(await bench.filing.saveReturn(stranger.taxpayerId, attempt)).toEqual(notFound);
    expect(await bench.filing.taxReturn(owner.taxpayerId, id)).toMatchObject({ version, facts: COMPLETE });
    expect(await bench.filing.taxReturn(stranger.taxpayerId, id)).toBeNull();
  });

  it('with an answer that cannot be read names the field and changes nothing', async () => {
    const person = await bench.person();
    const { id, version } = await draftOf(bench, person);
    const facts = { ...COMPLETE, A6: '-1' };
    expect(await bench.filing.saveReturn(person.taxpayerId, { returnId: id, version, facts })).toMatchObject({
      refusal: { unreadable: { field: 'A6', code: 'NEGATIVE' } },
    });
    expect(await bench.filing.taxReturn(person.taxpayerId, id)).toMatchObject({ version, facts: COMPLETE });
  });

  it('in two tabs at once keeps one, and shows the other what stands', async () => {
    const person = await bench.person();
    const { id, version } = await draftOf(bench, person);
    const save = (A1: string) =>
      bench.filing.saveReturn(person.taxpayerId, { returnId: id, version, facts: { ...COMPLETE, A1 } });
    const outcomes = await Promise.all(['1', '2', '3', '4'].map(save));
    const kept = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.saved] : []));
    const stale = outcomes.flatMap((outcome) => ('stale' in outcome ? [outcome.stale] : []));
    expect(kept).toHaveLength(1);
    expect(stale).toHaveLength(3);
    for (const current of stale)
      expect(current).toMatchObject({ version: version + 1, facts: kept[0]?.facts });
  });

  it('computes figures and findings anew, and keeps what is incomplete', async () => {
    const person = await bench.person();
    const { id, version } = await draftOf(bench, person);
    const facts = { A1: '60000001', C11: '007' };
    expect(await bench.filing.saveReturn(person.taxpayerId, { returnId: id, version, facts })).toMatchObject({
      saved: {
        ...{ version: version + 1, facts: { A1: '60000001', C11: '7' }, outcome: null, balance: null },
        findings: [
          { field: 'ptkp', code: 'MISSING' },
          { field: 'A1', code: 'GROSS_ABOVE_LIMIT' },
        ],
      },
    });
  });

  it('cancels the code that was asked for other answers, and only that (R26)', async () => {
    const person = await bench.person();
    const [first, second] = [await draftOf(bench, person), await draftOf(bench, person, COMPLETE, 2023)];
    const [ofFirst, ofSecond] = [
      await tokenFor(bench, person, first.id),
      await tokenFor(bench, person, second.id),
    ];
    const facts = { ...COMPLETE, C12: '1' };
    await bench.filing.saveReturn(person.taxpayerId, { returnId: first.id, version: first.version, facts });
    expect(await bench.tokenOf(person, ofFirst.id)).toMatchObject({ state: 'CANCELLED' });
    expect(await bench.tokenOf(person, ofSecond.id)).toMatchObject({ state: 'OPEN' });
  });

  it('with answers that mean the same leaves the code as it is', async () => {
    const person = await bench.person();
    const { id, version } = await draftOf(bench, person);
    const token = await tokenFor(bench, person, id);
    const facts = { ...COMPLETE, A1: '058000000', B8: '0' };
    const saved = await bench.filing.saveReturn(person.taxpayerId, { returnId: id, version, facts });
    expect(saved).toMatchObject({ ok: true, saved: { version: version + 1 } });
    expect(await bench.tokenOf(person, token.id)).toMatchObject({ state: 'OPEN' });
  });

  it('after the submission is refused', async () => {
    const person = await bench.person();
    const { id, version } = await submitAs(bench, person);
    const attempt = { returnId: id, version, facts: {} };
    expect(await bench.filing.saveReturn(person.taxpayerId, attempt)).toEqual({
      ok: false,
      refusal: { code: 'ALREADY_SUBMITTED' },
    });
  });
});
