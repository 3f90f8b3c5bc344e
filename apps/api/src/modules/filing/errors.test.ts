import { describe, expect, it } from 'vitest';
import { filingErrors, sentenceOf } from './errors.ts';

describe('what a person is told', () => {
  it('names the limit in rupiah and the form as people write it', () => {
    const finding = { code: 'GROSS_ABOVE_LIMIT', data: { limit: '60000000', form: '1770S' } } as const;
    expect(sentenceOf(finding, 'id')).toContain('Rp 60.000.000');
    expect(sentenceOf(finding, 'en')).toContain('form 1770 S.');
  });

  it.each(['id', 'en'] as const)(
    'in "%s" is always a whole sentence, and only limits and forms are filled in',
    (locale) => {
      for (const sentence of Object.values(filingErrors[locale])) {
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence.replace(/\{(limit|form)\}/g, '')).not.toMatch(/[{}]/);
      }
    },
  );
});
