import { describe, expect, it } from 'vitest';
import { tokens as t } from '../../locales/id/tokens.ts';
import { stationsOf } from './stations.ts';
import { sendingsOf, type TokenMessage } from './token.ts';

const queued: TokenMessage = {
  channel: 'SMS',
  maskedAddress: '0812••••1234',
  via: 'Telkomsel',
  state: 'QUEUED',
  cause: 'ASKED',
  queuedAt: '2025-03-31T02:31:00Z',
  sentOnAt: null,
  deliveredAt: null,
  usualSeconds: 4,
};
const sentOn: TokenMessage = { ...queued, state: 'SENT_ON', sentOnAt: '2025-03-31T02:31:02Z' };
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
      'now: Menunggu Telkomsel (Kami terus mencoba sampai 11.01 WIB.)',
    );
    expect(line({ ...queued, state: 'LATE' }, at('33:00'))[1]).toBe(
      'late: Menunggu Telkomsel (Kami terus mencoba sampai 11.01 WIB.)',
    );
  });

  it('says how long the last stretch usually takes and has taken', () => {
    expect(line(sentOn, at('31:14'))).toEqual([
      'done: Dibuat 09.31.00',
      'done: Diterima Telkomsel 09.31.02',
      'now: Menuju ponsel Anda (Biasanya 4 detik, sudah 12 detik.)',
    ]);
  });

  it('invents no usual time where none is known', () => {
    expect(line({ ...sentOn, usualSeconds: null }, at('31:14'))[2]).toBe(
      'now: Menuju ponsel Anda (Sudah 12 detik.)',
    );
  });

  it('says that the carrier has given no word when it is late', () => {
    expect(line({ ...sentOn, state: 'LATE' }, at('31:42'))[2]).toBe(
      'late: Belum tiba di ponsel (Biasanya 4 detik, sudah 40 detik. Operator belum memberi kabar.)',
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
    expect(line(delivered, at('31:07'))[2]).toBe('arrived: Tiba di ponsel Anda 09.31.06');
  });

  it('tells a refusal by the carrier from one behind it', () => {
    expect(line({ ...queued, state: 'REFUSED' }, at('31:07'))).toEqual([
      'done: Dibuat 09.31.00',
      'refused: Ditolak Telkomsel (Periksa nomornya, atau pakai saluran yang lain.)',
      'ahead: Tiba di ponsel',
    ]);
    expect(line({ ...sentOn, state: 'REFUSED' }, at('31:07'))[2]).toBe(
      'refused: Tidak sampai ke ponsel (Periksa nomornya, atau pakai saluran yang lain.)',
    );
  });

  it('does not follow what was dropped', () => {
    expect(line({ ...queued, state: 'DROPPED' }, at('31:07'))[1]).toBe(
      'ahead: Tidak jadi dikirim (Kode ini sudah tidak diperlukan.)',
    );
  });
});

describe('messages by address', () => {
  it('show the newest of each address, in the order the addresses were used', () => {
    const again: TokenMessage = { ...queued, cause: 'ASKED_AGAIN', queuedAt: '2025-03-31T02:33:00Z' };
    const mail: TokenMessage = {
      ...queued,
      channel: 'EMAIL',
      maskedAddress: 'b••i@gmail.com',
      queuedAt: '2025-03-31T02:32:00Z',
    };
    expect(sendingsOf([again, mail, queued])).toEqual([
      { key: 'SMS 0812••••1234', newest: again, earlier: [queued] },
      { key: 'EMAIL b••i@gmail.com', newest: mail, earlier: [] },
    ]);
  });

  it('are none before the first is queued', () => {
    expect(sendingsOf([])).toEqual([]);
  });
});
