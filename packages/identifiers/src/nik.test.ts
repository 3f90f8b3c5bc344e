import { describe, expect, it } from 'vitest';
import { parseEfin, parseNik, taxOfficeName } from './index.ts';

describe('a NIK', () => {
  it.each([
    ['3171010108450000', 'format'],
    ['2071010108450001', 'province'],
    ['3171010008450001', 'birthDate'],
    ['3171013202450001', 'birthDate'],
    ['3171012902450001', 'birthDate'],
    ['3171014008450001', 'birthDate'],
    ['3171017208450001', 'birthDate'],
    ['3171010113450001', 'birthDate'],
  ])('%s is refused: %s', (raw, reason) => {
    expect(parseNik(raw)).toEqual({ ok: false, reason });
  });

  it('tells a woman by the 40 added to her day of birth', () => {
    expect(parseNik('3171017112850002')).toMatchObject({
      ok: true,
      value: { sex: 'F', birthDate: '1985-12-31' },
    });
  });

  it('reads a year of two digits as 1920 to 2019', () => {
    expect(parseNik('3171010101200001')).toMatchObject({ value: { birthDate: '1920-01-01' } });
    expect(parseNik('3171010101190001')).toMatchObject({ value: { birthDate: '2019-01-01' } });
  });

  it('may begin in one of the provinces founded in 2022', () => {
    expect(parseNik('9602010101900001').ok).toBe(true);
  });
});

describe('an e-FIN', () => {
  it('has ten digits, grouped as one likes', () => {
    expect(parseEfin('12345 67890')).toEqual({ ok: true, value: '1234567890' });
    expect(parseEfin('123456789')).toEqual({ ok: false, reason: 'length' });
    expect(parseEfin('123456789O')).toEqual({ ok: false, reason: 'format' });
  });
});

describe('a tax office', () => {
  it('is named by the code inside a taxpayer number', () => {
    expect(taxOfficeName('407')).toBe('KPP Pratama Bekasi Utara');
    expect(taxOfficeName('000')).toBeUndefined();
    expect(taxOfficeName('constructor')).toBeUndefined();
  });
});
