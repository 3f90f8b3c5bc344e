import { describe, expect, it } from 'vitest';
import { tokens as id } from '../../locales/id/tokens.ts';
import { stationsOf } from './stations.ts';
import { queued, sentOn } from './testing.ts';
import type { TokenMessage } from './token.ts';

const t = id;
const at = (clock: string) => Date.parse(`2025-03-31T02:${clock}Z`);
const line = (message: TokenMessage, now: number) =>
  stationsOf(message, now, { t, locale: 'id', endsAt: '2025-03-31T04:01:00Z' }).map(
    ({ state, label, time, detail }) =>
      `${state}: ${label}${time ? ` ${time}` : ''}${detail ? ` (${detail})` : ''}`,
  );

describe('where the code is, in stations', () => {
  it('is on its way to the carrier in the first seconds', () => {
    expect(line(queued, at('31:01'))).toEqual([
      'done: Dibuat 09.31.00',
      'now: Menuju Telkomsel',
      'ahead: Tiba di ponsel',
    ]);
  });

  it('waits for the carrier when it is not taken at once', () => {
    expect(line(queued, at('31:30'))[1]).toBe(
      'now: Menunggu Telkomsel (Biasanya 4 detik, sudah 30 detik. Kami terus mencoba sampai 11.01 WIB.)',
    );
    expect(line({ ...queued, state: 'LATE' }, at('33:00'))[1]).toBe(
      'late: Menunggu Telkomsel (Biasanya 4 detik, sudah 2 menit. Kami terus mencoba sampai 11.01 WIB.)',
    );
  });

  it('says how long the last stretch usually takes and has taken', () => {
    expect(line(sentOn, at('31:14'))).toEqual([
      'done: Dibuat 09.31.00',
      'done: Diterima Telkomsel 09.31.02',
      'now: Menuju ponsel Anda (Biasanya 4 detik, sudah 12 detik.)',
    ]);
  });

  it('says that no usual time is known yet where too few have arrived', () => {
    expect(line({ ...sentOn, usualSeconds: null }, at('31:14'))[2]).toBe(
      'now: Menuju ponsel Anda (Lama biasanya belum diketahui, sudah 12 detik.)',
    );
  });

  it('does not deny, or count on, once the person says that a message has come', () => {
    const words = { t, locale: 'id' as const, endsAt: '2025-03-31T04:01:00Z', saysArrived: true };
    const late: TokenMessage = { ...sentOn, state: 'LATE' };
    const [, , last] = stationsOf(late, at('31:45'), words);
    expect(last).toMatchObject({ state: 'now', label: 'Mungkin sudah di ponsel Anda' });
    expect(last).not.toHaveProperty('detail');
  });

  it('says that the carrier has given no word when it is late', () => {
    expect(line({ ...sentOn, state: 'LATE' }, at('31:42'))[2]).toBe(
      'late: Belum tiba di ponsel (Biasanya 4 detik, sudah 40 detik. Operator belum memberi kabar.)',
    );
  });

  it('says that it may be there already where it is us who do not hear of it, and counts on for nothing', () => {
    const reason =
      'Karena gangguan di sistem kami sendiri, kabar dari Telkomsel sedang tidak sampai ke kami.';
    expect(line({ ...sentOn, state: 'LATE', unheard: true, reason }, at('31:42'))[2]).toBe(
      `late: Mungkin sudah di ponsel Anda (${reason})`,
    );
  });

  it('does not count on for a mail, of whose arrival nobody tells', () => {
    const mail: TokenMessage = { ...sentOn, channel: 'EMAIL', via: 'Gmail', usualSeconds: 12 };
    expect(line(mail, at('59:00'))[2]).toBe(
      'now: Menuju kotak surat Anda (Biasanya 12 detik. Gmail tidak memberi kabar saat surat masuk; lihat juga folder spam.)',
    );
  });

  it('ends green where it has arrived', () => {
    const delivered: TokenMessage = { ...sentOn, state: 'DELIVERED', deliveredAt: '2025-03-31T02:31:06Z' };
    expect(line(delivered, at('31:07'))[2]).toBe(
      'arrived: Tiba di ponsel Anda 09.31.06 (6 detik setelah dikirim)',
    );
  });

  it('says how long it took by the seconds that stand beside it', () => {
    const took = (queuedAt: string, deliveredAt: string) =>
      line({ ...sentOn, queuedAt, state: 'DELIVERED', deliveredAt }, at('33:00'))[2];
    expect(took('2025-03-31T02:32:04.100Z', '2025-03-31T02:32:54.900Z')).toMatch(
      /32\.54 \(50 detik setelah dikirim\)$/,
    );
    expect(took('2025-03-31T02:32:04.900Z', '2025-03-31T02:32:54.100Z')).toMatch(/\(50 detik/);
  });

  it('tells a refusal by the carrier from one behind it', () => {
    expect(line({ ...queued, state: 'REFUSED' }, at('31:07'))).toEqual([
      'done: Dibuat 09.31.00',
      'refused: Ditolak Telkomsel (Periksa nomornya.)',
      'ahead: Tiba di ponsel',
    ]);
    expect(line({ ...sentOn, state: 'REFUSED' }, at('31:07'))[2]).toBe(
      'refused: Tidak sampai ke ponsel (Periksa nomornya.)',
    );
  });

  it('says at the station where it hangs why, and how long we try (R68)', () => {
    const reason = 'Gmail sedang menahan semua pesan kami. Kami terus mencoba; kodenya tetap berlaku.';
    const held: TokenMessage = {
      ...queued,
      channel: 'EMAIL',
      via: 'Gmail',
      state: 'LATE',
      usualSeconds: null,
    };
    expect(line({ ...held, health: 'CLOSED', reason }, at('31:30'))[1]).toBe(
      `late: Menunggu Gmail (Sudah 30 detik. ${reason} Paling lama sampai 11.01 WIB.)`,
    );
    const silent = 'Telkomsel belum memberi kabar; lebih lama dari biasanya.';
    expect(line({ ...sentOn, state: 'LATE', reason: silent }, at('31:42'))[2]).toBe(
      `late: Belum tiba di ponsel (Biasanya 4 detik, sudah 40 detik. ${silent})`,
    );
    const refused = {
      ...queued,
      state: 'REFUSED' as const,
      reason: 'XL menolak pesan ini; nomor Anda tidak bermasalah.',
    };
    expect(line(refused, at('31:07'))[1]).toContain('(XL menolak pesan ini; nomor Anda tidak bermasalah.)');
  });

  it('says that it was put off as soon as it was, while it is not late yet', () => {
    const reason = 'Gmail menunda pesan ini untuk sementara. Kami terus mencoba; kodenya tetap berlaku.';
    const putOff: TokenMessage = { ...queued, channel: 'EMAIL', via: 'Gmail', usualSeconds: null, reason };
    expect(line(putOff, at('31:02'))[1]).toBe(
      `now: Menunggu Gmail (Sudah 2 detik. ${reason} Paling lama sampai 11.01 WIB.)`,
    );
  });

  it('says that it is held up with us, where no carrier has seen it', () => {
    const reason = 'Kami sendiri yang tertahan.';
    expect(line({ ...queued, state: 'LATE', waitsForUs: true, reason }, at('31:30'))[1]).toBe(
      'late: Tertahan di sistem kami (Biasanya 4 detik, sudah 30 detik. Kami sendiri yang tertahan. Paling lama sampai 11.01 WIB.)',
    );
  });

  it('does not follow what was dropped', () => {
    expect(line({ ...queued, state: 'DROPPED' }, at('31:07'))[1]).toBe(
      'ahead: Tidak jadi dikirim (Kode ini sudah tidak diperlukan.)',
    );
  });
});
