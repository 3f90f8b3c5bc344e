import { describe, expect, it } from 'vitest';
import { spoken } from '../../lib/format.ts';
import { serviceDesk as en } from '../../locales/en/service-desk.ts';
import { serviceDesk as id } from '../../locales/id/service-desk.ts';
import { sentenceOf, tell } from './tell.ts';
import { at, delivered, event, mail, sentOn, sms, token } from './testing.ts';
import type { DeskToken } from './token.ts';

const words = { ref: 'A7', at: (instant: string) => spoken(instant, at('31:20'), 'id') };
const told = (facts: Partial<DeskToken>, now = at('31:20')) =>
  sentenceOf(tell(token(facts), now), id.say, words);

describe('what can be told about a code that counts', () => {
  it('is that it is just made', () => {
    expect(told({})).toBe(
      'SMS dengan ref A7 baru dibuat dan sedang menuju Telkomsel. Kirim ulang bisa diminta mulai pukul 09.32.',
    );
  });

  it('is that the carrier has it', () => {
    expect(told({ messages: [sentOn()] })).toBe(
      'SMS dengan ref A7 sudah di Telkomsel sejak pukul 09.31 dan sedang menuju ponsel. Kirim ulang bisa diminta mulai pukul 09.32.',
    );
  });

  it('is that the carrier has sent no word, and that it can be sent again', () => {
    expect(told({ messages: [sentOn({ state: 'LATE' })], resendAt: null })).toBe(
      'SMS dengan ref A7 sudah di Telkomsel sejak pukul 09.31, tetapi Telkomsel belum memberi kabar. Pastikan ponsel mendapat sinyal. Kirim ulang bisa diminta sekarang; kodenya tetap sama.',
    );
  });

  it('is that it has arrived, until when it counts, and that the slower one is not needed', () => {
    const slow = mail({ timeline: [event('QUEUED', '30:58'), event('DEFERRED', '31:00')] });
    expect(told({ messages: [slow, delivered()], validUntil: at('41:06') })).toBe(
      'SMS dengan ref A7 sudah tiba di ponsel pukul 09.31. Kode itu berlaku sampai pukul 09.41. Email tidak perlu ditunggu.',
    );
  });

  it('is that what was entered did not match', () => {
    expect(told({ messages: [delivered()], validUntil: at('41:06'), attemptsUsed: 2, attemptsLeft: 3 })).toBe(
      'SMS dengan ref A7 sudah tiba di ponsel pukul 09.31. Kode itu berlaku sampai pukul 09.41. Yang dimasukkan tadi tidak cocok; 3 kesempatan lagi. Cocokkan ref pada pesan dengan ref di layar.',
    );
  });

  it('is that mail was accepted, which is the last word mail gives', () => {
    const accepted = mail({ state: 'SENT_ON', sentOnAt: at('31:00') });
    expect(told({ messages: [accepted], resendAt: null })).toBe(
      'Email dengan ref A7 sudah diterima Gmail pukul 09.31; lihat juga folder spam. Kode itu berlaku sampai pukul 11.00. Kirim ulang bisa diminta sekarang; kodenya tetap sama.',
    );
  });

  it('is that the provider postpones it, and until when we try', () => {
    const postponed = mail({ timeline: [event('QUEUED', '30:58'), event('DEFERRED', '31:00')] });
    expect(told({ messages: [postponed] })).toBe(
      'Gmail sedang menunda email dengan ref A7. Kami terus mencoba sampai pukul 11.00. Kirim ulang bisa diminta mulai pukul 09.32.',
    );
  });

  it('is that it is held up with us: nobody else is blamed, and nothing is to be done', () => {
    const held = sms({ state: 'LATE', waitsForUs: true });
    expect(told({ messages: [held], resendAt: at('33:00') })).toBe(
      'SMS dengan ref A7 tertahan di sistem kami sendiri, bukan di operator atau penyedia email. Pesannya keluar sendiri begitu pengiriman kami jalan lagi, dan kodenya berlaku sampai pukul 11.00; tidak perlu meminta lagi atau memakai saluran lain.',
    );
  });

  it('is that the carrier has it, and that it is us who do not hear whether it arrived', () => {
    const unheard = sentOn({ state: 'LATE', unheard: true });
    const said = told({ messages: [unheard], resendAt: at('33:00'), validUntil: at('41:30') });
    expect(said).toBe(
      'SMS dengan ref A7 sudah kami serahkan ke Telkomsel pukul 09.31. Laporan tibanya sedang tidak sampai ke kami: gangguannya di sistem kami sendiri, bukan di Telkomsel. Cari pesan dengan ref A7 sekarang; mungkin sudah tiba. Kode itu berlaku sampai pukul 09.41.',
    );
    expect(said).not.toContain('belum memberi kabar');
  });

  it('prefers the message that has come furthest', () => {
    const refused = mail({ state: 'REFUSED' });
    expect(told({ messages: [refused, sentOn()] })).toContain('SMS dengan ref A7 sudah di Telkomsel');
    expect(told({ messages: [sms({ queuedAt: at('33:00') }), sentOn()] })).toContain('sudah di Telkomsel');
  });

  it('is that it was refused, and no promise of sending it again', () => {
    const reason =
      'Pesan ini tidak dapat sampai ke nomor itu. Periksa nomornya, atau pakai saluran yang lain.';
    expect(told({ messages: [sms({ state: 'REFUSED', reason })], resendAt: null })).toBe(
      `Telkomsel menolak SMS dengan ref A7. ${reason}`,
    );
    expect(told({ messages: [sms({ state: 'REFUSED' })], resendAt: null })).toBe(
      'Telkomsel menolak SMS dengan ref A7.',
    );
  });

  it('is that it will not be sent again when its sends are used up', () => {
    const endsAt = '2025-03-31T04:00:58Z';
    expect(told({ messages: [sentOn({ state: 'LATE' })], endsAt, resendAt: endsAt })).toContain(
      'pesan mana pun yang tiba tetap berlaku',
    );
  });
});

describe('what can be told about a code that counts no longer', () => {
  it.each([
    ['matched', { state: 'VERIFIED' }, 'sudah dimasukkan dan cocok. Tidak ada yang perlu ditunggu.'],
    ['locked', { state: 'LOCKED' }, 'terkunci karena kesempatannya habis.'],
    [
      'replaced with its return',
      { state: 'CANCELLED', cancelledBecause: 'return changed' },
      'karena SPT diubah',
    ],
    [
      'replaced with its address',
      { state: 'CANCELLED', cancelledBecause: 'address replaced' },
      'kode yang dikirim ke alamat baru',
    ],
    [
      'replaced for a reason of later years',
      { state: 'CANCELLED', cancelledBecause: 'x' },
      'tidak berlaku lagi. Minta kode baru.',
    ],
  ] as const)('is that it is %s', (_, facts, sentence) => {
    expect(told(facts)).toContain(sentence);
  });

  it('is that its time has passed, and how it counts again', () => {
    const messages = [delivered()];
    const facts = { state: 'EXPIRED', validUntil: at('41:06'), resendAt: null, messages } as const;
    expect(told(facts, at('45:00'))).toBe(
      'Masa berlaku kode dengan ref A7 lewat pukul 09.41. Kirim ulang bisa diminta sekarang; kodenya tetap sama.',
    );
  });

  it('is when a new one can be asked for, where this one is sent no more', () => {
    const endsAt = '2025-03-31T04:00:58Z';
    const facts = { state: 'EXPIRED', validUntil: at('41:06'), endsAt, resendAt: endsAt } as const;
    expect(told(facts, at('45:00'))).toBe(
      'Masa berlaku kode dengan ref A7 lewat pukul 09.41. Kode baru bisa diminta mulai pukul 11.00.',
    );
  });

  it('is that it has ended for good', () => {
    expect(told({ state: 'EXPIRED' }, '2025-03-31T04:30:00Z')).toBe(
      'Masa berlaku kode dengan ref A7 habis pukul 11.00. Mulai lagi dari halaman asalnya; kode baru datang dari sana.',
    );
  });
});

it('without a code, it is that none was asked for', () => {
  expect(sentenceOf(tell(undefined, at('31:00')), en.say, words)).toContain('no code that was asked for');
});

it('never names an address, whatever happened', () => {
  const states = ['QUEUED', 'SENT_ON', 'DELIVERED', 'LATE', 'REFUSED', 'DROPPED'] as const;
  for (const state of ['OPEN', 'VERIFIED', 'LOCKED', 'EXPIRED', 'CANCELLED'] as const)
    for (const first of states)
      for (const second of states)
        for (const { say } of [id, en]) {
          const messages = [mail({ state: first }), sms({ state: second })];
          const sentence = sentenceOf(tell(token({ state, messages }), at('31:20')), say, words);
          expect(sentence).not.toMatch(/•|@|undefined/);
          expect(sentence.length).toBeGreaterThan(20);
        }
});
