import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accountErrors } from '#modules/accounts';
import { filingErrors } from '#modules/filing';
import { tokenErrors } from '#modules/tokens';
import { baseErrors, makeSentences } from './sentences.ts';

const dictionaries = [baseErrors, tokenErrors, accountErrors, filingErrors];
const sentences = makeSentences(dictionaries);
const type = buildSchema(readFileSync(new URL('./base.graphql', import.meta.url), 'utf8')).getType(
  'ErrorCode',
);
const codes = type instanceof GraphQLEnumType ? type.getValues().map(({ name }) => name) : [];

describe('a refusal', () => {
  it.each(codes)('%s has a sentence in Indonesian and another in English', (code) => {
    const [id, en] = [sentences(code, 'id'), sentences(code, 'en')];
    expect(id).toMatch(/^[\p{Lu}e].{15,}[.!]$/u);
    expect(en).toMatch(/^[\p{Lu}e].{15,}[.!]$/u);
    expect(id).not.toBe(en);
  });

  it('has the sentence of its field where there is one, else that of its code', () => {
    expect(sentences('INVALID_INPUT', 'en', 'efin')).toBe('An e-FIN has 10 digits.');
    expect(sentences('INVALID_INPUT', 'en', 'nothing of ours')).toBe(sentences('INVALID_INPUT', 'en'));
    expect(sentences('INVALID_INPUT', 'en', null)).toBe(sentences('INVALID_INPUT', 'en'));
  });

  it('never shows the bare code instead of a sentence', () => {
    expect(() => sentences('NO_SUCH_CODE', 'id')).toThrow('no sentence for NO_SUCH_CODE');
  });

  it('has the same keys in both languages in every module', () => {
    for (const { id, en } of dictionaries) expect(Object.keys(id).sort()).toEqual(Object.keys(en).sort());
  });
});
