import { afterEach, expect, it } from 'vitest';
import { ours, said, saidOnly, setLocale } from './locale.ts';

afterEach(() => setLocale('id'));

it('says a sentence of ours in whichever language is on', () => {
  const missing = ours({ id: { missing: 'Isi dulu.' }, en: { missing: 'Fill it in.' } }, (t) => t.missing);
  expect([missing('id'), missing('en')]).toEqual(['Isi dulu.', 'Fill it in.']);
});

it('shows a sentence of the API in no other language than it came in', () => {
  const first = saidOnly('Tidak cocok.');
  expect([first('id'), first('en')]).toEqual(['Tidak cocok.', undefined]);
});

it('says how to come by it in the other language, where something has to stand', () => {
  const first = said('Tidak cocok.');
  expect(first('id')).toBe('Tidak cocok.');
  expect(first('en')).toMatch(/Press again to read why in this language/);
});
