import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editionsModule } from '../generate-editions.ts';
import { isFormCode, offeredTaxYears } from './index.ts';

describe('the registry of forms', () => {
  it('is as fresh as the folders of forms', () => {
    const written = readFileSync(new URL('./forms/editions.gen.ts', import.meta.url), 'utf8');
    expect(written, 'run: node packages/tax-forms/generate-editions.ts').toBe(editionsModule());
  });

  it('knows which forms stand and for which years they are offered', () => {
    expect(isFormCode('1770SS')).toBe(true);
    expect(isFormCode('1770')).toBe(false);
    expect(offeredTaxYears('1770SS')).toEqual([2021, 2022, 2023, 2024]);
    expect(offeredTaxYears('1771')).toEqual([]);
  });
});
