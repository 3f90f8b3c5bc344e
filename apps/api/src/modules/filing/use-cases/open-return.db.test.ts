import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../index.ts';
import { type Bench, openBench } from '../testing/bench.ts';
import { slipFor, submitAs } from '../testing/steps.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const request = { form: '1770SS', taxYear: 2022, taxMonth: null, amends: null };
const open = (person: SignedIn, change: { form?: string; taxYear?: number; amends?: string } = {}) =>
  bench.filing.openReturn(person.taxpayerId, { ...request, ...change });

async function opened(person: SignedIn, change: Parameters<typeof open>[1] = {}) {
  const outcome = await open(person, change);
  if (!outcome.ok) throw new Error('the return was not opened');
  return outcome.opened;
}

describe('opening a return', () => {
  it.each([
    [{ form: '1770' }, 'form'],
    [{ taxYear: 2020 }, 'taxYear'],
  ])('with %j is refused and writes nothing', async (change, field) => {
    const person = await bench.person();
    expect(await open(person, change)).toEqual({ ok: false, refusal: { code: 'INVALID_INPUT', field } });
    const page = await bench.filing.taxReturns(person.taxpayerId, { taxYear: null, first: 20, after: null });
    expect(page.nodes).toEqual([]);
  });

  it('is refused to a company, whose returns are on other forms', async () => {
    const company = await bench.person({ mail: 'pajak@perusahaan.co.id', company: true });
    expect(await open(company)).toEqual({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'form' } });
  });

  it.each(['nonsense', '\u0000', crypto.randomUUID()])(
    'does not amend %j, which is nobody’s',
    async (amends) => {
      const outcome = await open(await bench.person(), { amends });
      expect(outcome).toEqual({ ok: false, refusal: { code: 'NOT_FOUND', field: 'amends' } });
    },
  );

  it('does not amend another person’s return', async () => {
    const other = await bench.person();
    const filed = await submitAs(bench, other);
    const outcome = await open(await bench.person(), { amends: filed.id });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'NOT_FOUND', field: 'amends' } });
  });

  it('starts empty where the authority holds nothing', async () => {
    expect(await opened(await bench.person())).toMatchObject({
      ...{ form: '1770SS', taxYear: 2022, taxMonth: null, amendment: 0, version: 1, state: 'DRAFT' },
      ...{ facts: {}, prefilled: [], figures: {}, outcome: null, balance: null, dueOn: '2023-03-31' },
    });
  });

  it('is prefilled from the withholding slip of that year, and marked so', async () => {
    const person = await bench.person();
    await slipFor(bench, person, {
      taxYear: 2022,
      gross: 58_000_000n,
      deductions: 2_900_000n,
      withheld: 55_000n,
    });
    await slipFor(bench, person, { taxYear: 2021, gross: 1n, deductions: 0n, withheld: 0n });
    expect(await opened(person)).toMatchObject({
      facts: { A1: '58000000', A2: '2900000', ptkp: 'TK/0', A6: '55000' },
      prefilled: ['A1', 'A2', 'ptkp', 'A6'],
      figures: { A3: '54000000', A4: '1100000', A5: '55000', A7: '0' },
      ...{ findings: [], outcome: 'NIL', balance: 0n },
    });
  });

  it('pressed several times at once opens one draft', async () => {
    const person = await bench.person();
    const drafts = await Promise.all(Array.from({ length: 6 }, () => opened(person)));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
  });

  it('opens the draft that exists as it was saved', async () => {
    const person = await bench.person();
    const { id } = await opened(person);
    await bench.filing.saveReturn(person.taxpayerId, { returnId: id, version: 1, facts: { A1: '5' } });
    expect(await opened(person)).toMatchObject({ id, version: 2, facts: { A1: '5' } });
  });

  it('of a year that was filed is refused unless it is an amendment, which numbers itself', async () => {
    const person = await bench.person();
    const filed = await submitAs(bench, person);
    expect(await open(person)).toEqual({ ok: false, refusal: { code: 'ALREADY_SUBMITTED' } });
    const amendment = await opened(person, { amends: filed.id });
    expect(amendment).toMatchObject({
      amendment: 1,
      state: 'DRAFT',
      version: 1,
      facts: filed.facts,
      receipt: null,
    });
    expect((await opened(person, { amends: filed.id })).id).toBe(amendment.id);
  });
});
