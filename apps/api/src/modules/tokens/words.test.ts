import { describe, expect, it } from 'vitest';
import { delaySentence, inVainSentence } from './words.ts';

const late = {
  ...({ state: 'LATE', via: 'Telkomsel', channel: 'SMS', health: 'GREEN', reason: 'well' } as const),
  ...{ heldByUs: null, putOff: false, sentOnAt: null, refusal: null, wayOut: null },
};
const OTHER_CHANNEL = /saluran|other channel/;
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
    const said = (refusal: 'ADDRESS' | 'MESSAGE' | 'PROVIDER' | 'FULL') =>
      delaySentence({ ...late, state: 'REFUSED', refusal, wayOut: 'other channel' }, locale);
    const ofNumber = locale === 'id' ? /Periksa nomornya/ : /Check the number/;
    expect(said('ADDRESS')).toMatch(ofNumber);
    expect(said('FULL')).toMatch(locale === 'id' ? /^Kotak surat itu penuh/ : /^That mailbox is full/);
    expect(said('FULL')).not.toMatch(ofNumber);
    for (const other of ['MESSAGE', 'PROVIDER'] as const) {
      expect(said(other)).toMatch(/^Telkomsel/);
      expect(said(other)).not.toMatch(ofNumber);
    }
  },
);

describe.each(['id', 'en'] as const)('a message that its carrier put off, in "%s"', (locale) => {
  const fact = { id: /^Telkomsel menunda pesan ini/, en: /^Telkomsel has put us off for now/ }[locale];

  it.each([
    ['late', 'LATE', 'UNKNOWN'],
    ['late', 'LATE', 'GREEN'],
    ['not late yet', 'QUEUED', 'UNKNOWN'],
    ['not late yet', 'QUEUED', 'GREEN'],
  ] as const)('is told so, and that it is tried again: %s (%s, lane %s)', (_, state, health) => {
    const said = delaySentence({ ...late, state, health, putOff: true }, locale);
    expect(said).toMatch(fact);
    expect(said).toMatch(trying[locale]);
  });

  it('is told what is known of the lane, where that is more', () => {
    const lane = { health: 'AMBER', reason: 'throttled' } as const;
    const said = delaySentence({ ...late, ...lane, state: 'QUEUED', putOff: true }, locale);
    expect(said).toMatch({ id: /lebih pelan/, en: /more slowly/ }[locale]);
  });

  it('is told nothing of it where it simply waits', () => {
    expect(delaySentence({ ...late, state: 'QUEUED' }, locale)).toBeNull();
  });
});

describe.each(['id', 'en'] as const)('what is left of a message that was refused, in "%s"', (locale) => {
  const refused = { ...late, state: 'REFUSED', refusal: 'ADDRESS' } as const;
  const ways = ['in another message', 'other channel', 'right address', 'later'] as const;

  it.each(ways)('names the other channel where it is open, and nowhere else: %s', (wayOut) => {
    for (const refusal of ['ADDRESS', 'MESSAGE', 'PROVIDER'] as const) {
      const said = delaySentence({ ...refused, refusal, wayOut }, locale) ?? '';
      expect(OTHER_CHANNEL.test(said)).toBe(wayOut === 'other channel');
    }
  });

  it('is the office where the address is right and no other way is open', () => {
    expect(delaySentence({ ...refused, wayOut: 'right address' }, locale)).toContain('Kring Pajak 1500200');
    expect(inVainSentence('SMS', false, locale)).toContain('Kring Pajak 1500200');
    expect(inVainSentence('SMS', false, locale)).not.toMatch(OTHER_CHANNEL);
    expect(inVainSentence('SMS', true, locale)).toMatch(OTHER_CHANNEL);
  });

  it('is to wait where nothing is wrong with the address', () => {
    const said = delaySentence({ ...refused, refusal: 'MESSAGE', wayOut: 'later' }, locale);
    expect(said).toMatch(locale === 'id' ? /Minta lagi beberapa saat lagi/ : /Ask for it again in a while/);
  });

  it('is nothing once the code is over', () => {
    expect(delaySentence({ ...refused, wayOut: null }, locale)).toMatch(/^[^.]+\.$/);
  });
});
