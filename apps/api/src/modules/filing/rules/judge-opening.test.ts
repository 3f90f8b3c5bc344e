import { describe, expect, it } from 'vitest';
import { judgeOpening, judgeRevision } from './judge-opening.ts';

const request = { form: '1770SS', taxYear: 2022, taxMonth: null };
const revision = (state: 'DRAFT' | 'SUBMITTED', amendment = 0, taxYear = 2022) => ({
  id: `${state}-${amendment}`,
  form: '1770SS' as const,
  taxYear,
  state,
  amendment,
});

describe('opening a return', () => {
  it.each([
    [{ form: '1770S' }, 'form'],
    [{ form: '' }, 'form'],
    [{ form: 'constructor' }, 'form'],
    [{ taxYear: 2020 }, 'taxYear'],
    [{ taxYear: 2025 }, 'taxYear'],
    [{ taxYear: -2_147_483_648 }, 'taxYear'],
    [{ taxMonth: 12 }, 'taxMonth'],
  ])('with %j is refused and names the field', (change, field) => {
    expect(judgeOpening({ ...request, ...change }, 'individual')).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('of individuals is refused to a company', () => {
    expect(judgeOpening(request, 'company')).toEqual({ code: 'INVALID_INPUT', field: 'form' });
  });

  it.each([2021, 2022, 2023, 2024])('for %d is possible', (taxYear) => {
    expect(judgeOpening({ ...request, taxYear }, 'individual')).toBeNull();
  });
});

describe('which revision is opened', () => {
  const opening = { ...request, amends: false };
  const amending = { ...request, amends: true };

  it('is refused where what it amends is nobody’s or somebody else’s', () => {
    expect(judgeRevision(amending, [revision('SUBMITTED')], null)).toEqual({
      verdict: 'refuse',
      refusal: { code: 'NOT_FOUND', field: 'amends' },
    });
  });

  it('is refused where what it amends is for another year', () => {
    expect(judgeRevision(amending, [], revision('SUBMITTED', 0, 2021))).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'amends' },
    });
  });

  it('is refused where what it amends was never submitted', () => {
    const draft = revision('DRAFT');
    expect(judgeRevision(amending, [draft], draft)).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'amends' },
    });
  });

  it('is refused where the return was filed and no amendment was asked for', () => {
    expect(judgeRevision(opening, [revision('SUBMITTED')], null)).toMatchObject({
      refusal: { code: 'ALREADY_SUBMITTED' },
    });
  });

  it('is the draft that exists, also when an amendment is asked for again', () => {
    const [filed, draft] = [revision('SUBMITTED'), revision('DRAFT', 1)];
    expect(judgeRevision(opening, [draft], null)).toEqual({ verdict: 'reopen', draft });
    expect(judgeRevision(amending, [filed, draft], filed)).toEqual({ verdict: 'reopen', draft });
  });

  it('is the original where nothing exists', () => {
    expect(judgeRevision(opening, [], null)).toEqual({ verdict: 'original' });
  });

  it('has the number after the highest, whichever revision is amended', () => {
    const [first, second] = [revision('SUBMITTED', 0), revision('SUBMITTED', 1)];
    expect(judgeRevision(amending, [first, second], first)).toEqual({
      verdict: 'amendment',
      number: 2,
      from: first,
    });
  });
});
