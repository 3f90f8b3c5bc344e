import { describe, expect, it } from 'vitest';
import { type Answers, admitted, asked, formOf, nextScreen, previous, type Screen } from './journey.ts';

const short: Answers = { business: 'no', spouse: 'no', gross: 'within', employers: 'one' };

describe('the questions', () => {
  it('end where an answer has decided the form', () => {
    expect(nextScreen('business', 'yes')).toBe('form');
    expect(asked({ business: 'yes' })).toEqual({ questions: ['business'], isDecided: true });
    expect(asked({ business: 'no', spouse: 'yes', gross: 'within' })).toEqual({
      questions: ['business', 'spouse'],
      isDecided: true,
    });
  });
  it('are asked one after the other until then', () => {
    expect(asked(short)).toEqual({
      questions: ['business', 'spouse', 'gross', 'employers'],
      isDecided: true,
    });
    expect(asked({})).toEqual({ questions: ['business'], isDecided: false });
  });
  it('lead back the way they came', () => {
    expect(previous('business', short)).toBeUndefined();
    expect(previous('spouse', short)).toBe('business');
    expect(previous('form', short)).toBe('employers');
    expect(previous('form', { business: 'yes' })).toBe('business');
  });
});

describe('a URL opens', () => {
  it.each<[Screen, Answers, Screen]>([
    ['form', {}, 'business'],
    ['employers', {}, 'business'],
    ['employers', { business: 'no' }, 'spouse'],
    ['gross', { business: 'yes' }, 'business'],
    ['form', { business: 'yes' }, 'form'],
    ['business', short, 'business'],
    ['form', short, 'form'],
  ])('%s with %j as %s', (wanted, answers, shown) => {
    expect(admitted(wanted, answers)).toBe(shown);
  });
});

describe('the form', () => {
  it.each<[Answers, string | undefined]>([
    [{}, undefined],
    [{ business: 'no', spouse: 'no' }, undefined],
    [{ business: 'yes' }, '1770'],
    [{ business: 'no', spouse: 'yes' }, '1770S'],
    [{ business: 'no', spouse: 'no', gross: 'above' }, '1770S'],
    [{ ...short, employers: 'more' }, '1770S'],
    [{ ...short, employers: 'none' }, '1770SS'],
    [short, '1770SS'],
  ])('for %j is %s', (answers, form) => {
    expect(formOf(answers)).toBe(form);
  });
  it('is 1770 for a business whatever was answered after it before', () => {
    expect(formOf({ ...short, business: 'yes' })).toBe('1770');
  });
});
