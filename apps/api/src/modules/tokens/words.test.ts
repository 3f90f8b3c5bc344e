import { describe, expect, it } from 'vitest';
import { delaySentence } from './words.ts';

const late = {
  ...({ state: 'LATE', via: 'Telkomsel', channel: 'SMS', health: 'GREEN', reason: 'well' } as const),
  ...{ heldByUs: null, sentOnAt: null, refusal: null },
};
const trying = { id: /Kami terus mencoba/, en: /We keep trying/ };

describe.each(['id', 'en'] as const)('a late message in "%s"', (locale) => {
  it('is still being tried while its carrier has not taken it', () => {
    expect(delaySentence(late, locale)).toMatch(trying[locale]);
  });

  it.each(['GREEN', 'CLOSED'] as const)(
    'is tried no more once it was handed over, and no such thing is said (lane %s)',
    (health) => {
      const handedOver = { ...late, health, sentOnAt: new Date() };
      const said = delaySentence({ ...handedOver, reason: 'provider-refusal' }, locale);
      expect(said).not.toMatch(trying[locale]);
      expect(said).toMatch(locale === 'id' ? /^Telkomsel sudah menerima/ : /^Telkomsel has accepted/);
    },
  );
});

it.each(['id', 'en'] as const)(
  'a refusal is said of the address only where it is about it, in "%s"',
  (locale) => {
    const said = (refusal: 'ADDRESS' | 'MESSAGE' | 'PROVIDER') =>
      delaySentence({ ...late, state: 'REFUSED', refusal }, locale);
    const ofNumber = locale === 'id' ? /Periksa nomornya/ : /Check the number/;
    expect(said('ADDRESS')).toMatch(ofNumber);
    for (const other of ['MESSAGE', 'PROVIDER'] as const) {
      expect(said(other)).toMatch(/^Telkomsel/);
      expect(said(other)).not.toMatch(ofNumber);
    }
  },
);
