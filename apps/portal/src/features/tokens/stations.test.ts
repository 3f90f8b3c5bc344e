import { describe, expect, it } from 'vitest';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { nextOf } from './next.ts';
import { stationsOf } from './stations.ts';
import { inHand, isUnreachable, sendingsOf, sentByItself, type TokenMessage, troubleOf } from './token.ts';

const t = id;
const OTHER_CHANNEL = /saluran|other channel/i;
const queued: TokenMessage = {
  channel: 'SMS',
  maskedAddress: '0812••••1234',
  via: 'Telkomsel',
  state: 'QUEUED',
  cause: 'ASKED',
  queuedAt: '2025-03-31T02:31:00Z',
  sentOnAt: null,
  deliveredAt: null,
  waitsForUs: false,
  unheard: false,
  refusedForGood: false,
  usualSeconds: 4,
  health: 'GREEN',
  reason: null,
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
      { key: 'SMS 0812••••1234', shown: again, others: [queued] },
      { key: 'EMAIL b••i@gmail.com', shown: mail, others: [] },
    ]);
  });

  it('show the one that arrived after all, not the one that we sent once more ourselves', () => {
    const arrived: TokenMessage = { ...sentOn, state: 'DELIVERED' };
    const own: TokenMessage = { ...queued, cause: 'FAILOVER', queuedAt: '2025-03-31T02:31:20Z' };
    expect(sendingsOf([arrived, own])).toEqual([{ key: 'SMS 0812••••1234', shown: arrived, others: [own] }]);
    expect(sendingsOf([sentOn, own])).toEqual([{ key: 'SMS 0812••••1234', shown: own, others: [sentOn] }]);
  });

  it('show what was only tried as well behind what serves', () => {
    const tried: TokenMessage = { ...queued, cause: 'PROBE' };
    const mail: TokenMessage = { ...queued, channel: 'EMAIL', queuedAt: '2025-03-31T02:31:00.001Z' };
    expect(sendingsOf([tried, mail]).map(({ shown }) => shown)).toEqual([mail, tried]);
  });

  it('are none before the first is queued', () => {
    expect(sendingsOf([])).toEqual([]);
  });
});

describe('what to do next', () => {
  const mail: TokenMessage = { ...queued, channel: 'EMAIL', via: 'Gmail', queuedAt: '2025-03-31T02:30:58Z' };
  it.each([
    [
      'enter what has arrived',
      [mail, { ...sentOn, state: 'DELIVERED' as const }],
      { do: 'enter', channel: 'SMS' },
    ],
    [
      'look into the mailbox that took it',
      [{ ...mail, state: 'SENT_ON' as const }],
      { do: 'lookIn', channel: 'EMAIL' },
    ],
    ['wait for what gets on', [{ ...mail, state: 'LATE' as const }, sentOn], { do: 'wait', channel: 'SMS' }],
    [
      'look for what the carrier has and says nothing of',
      [{ ...sentOn, state: 'LATE' as const }],
      { do: 'silent', channel: 'SMS' },
    ],
    [
      'stay where nobody has taken it',
      [{ ...mail, state: 'LATE' as const }],
      { do: 'stay', channel: 'EMAIL' },
    ],
    [
      'check the address that refused it',
      [{ ...mail, state: 'REFUSED' as const, refusedForGood: true }],
      { do: 'check', channel: 'EMAIL' },
    ],
    [
      'ask later where both were refused, and nothing is wrong with the last of them',
      [
        { ...mail, state: 'REFUSED' as const, refusedForGood: true },
        { ...queued, state: 'REFUSED' as const },
      ],
      { do: 'later', channel: 'SMS' },
    ],
  ])('is to %s', (_, messages, next) => {
    expect(nextOf({ messages, advice: null }, false)).toEqual(next);
  });

  it('is to use the other channel only where that is advised, and not where it must be confirmed first', () => {
    const messages = [{ ...mail, state: 'REFUSED' as const, refusedForGood: true }];
    const advice = { channel: 'SMS' as const, reason: 'Pakai SMS: gratis.', confirm: false, price: '0' };
    expect(nextOf({ messages, advice }, false)?.do).toBe('elsewhere');
    expect(nextOf({ messages, advice: { ...advice, confirm: true } }, false)?.do).toBe('check');
    expect(nextOf({ messages: [...messages, sentOn], advice }, false)?.do).toBe('wait');
  });

  it.each([id, en])('names the other channel in no other words than those', ({ next, detail }) => {
    const { elsewhere, ...others } = next;
    const said = (texts: Record<string, (ref: string) => string>) =>
      Object.values(texts).map((text) => text('A7'));
    expect(said(elsewhere).every((text) => OTHER_CHANNEL.test(text))).toBe(true);
    const all = [...Object.values(others).flatMap(said), ...Object.values(detail.refused)];
    expect(all.filter((text) => OTHER_CHANNEL.test(text))).toEqual([]);
  });

  it('is to ask again only where the button beside it can be pressed', () => {
    const silent = { messages: [{ ...sentOn, state: 'LATE' as const }], advice: null };
    expect(nextOf(silent, true)).toEqual({ do: 'askAgain', channel: 'SMS' });
    expect(nextOf({ messages: [sentOn], advice: null }, true)).toEqual({ do: 'wait', channel: 'SMS' });
  });

  it('is to enter what the person says has come, by whichever way, where two are still on theirs', () => {
    const two = { messages: [sentOn, { ...mail, state: 'SENT_ON' as const }], advice: null };
    expect(nextOf(two, true, true)?.do).toBe('arrived');
    expect(nextOf(two, true, false)?.do).toBe('lookIn');
    const known = [sentOn, { ...mail, state: 'DELIVERED' as const }];
    expect(nextOf({ messages: known, advice: null }, true, true)).toEqual({ do: 'enter', channel: 'EMAIL' });
    for (const { next } of [id, en]) expect(next.arrived.SMS('A7')).toMatch(/A7.*(di sini|here)/);
  });

  it('is to check both where both were refused for good', () => {
    const refused = { state: 'REFUSED' as const, refusedForGood: true };
    const messages = [
      { ...queued, ...refused },
      { ...mail, ...refused },
    ];
    expect(nextOf({ messages, advice: null }, true)?.do).toBe('checkBoth');
    expect(isUnreachable({ messages })).toBe(true);
    expect(isUnreachable({ messages: [{ ...queued, ...refused }, mail] })).toBe(false);
    expect(isUnreachable({ messages: [] })).toBe(false);
    expect(id.next.checkBoth.EMAIL()).toMatch(/nomor dan alamatnya/);
    expect(en.next.checkBoth.EMAIL()).toMatch(/the number and the address/);
  });

  it('is nothing where nothing is on its way', () => {
    expect(nextOf({ messages: [{ ...queued, state: 'DROPPED' }], advice: null }, true)).toBeNull();
  });
});

it('a lane is marked only where it does not do well', () => {
  const of = (health: TokenMessage['health']) => troubleOf({ ...queued, health });
  expect([of('GREEN'), of('UNKNOWN'), of('AMBER'), of('CLOSED')]).toEqual([null, null, 'AMBER', 'CLOSED']);
});

it('what we sent by another channel ourselves is told, and what need not be waited for', () => {
  const mail: TokenMessage = { ...queued, channel: 'EMAIL', state: 'LATE' };
  const own: TokenMessage = { ...sentOn, cause: 'FAILOVER' };
  const told = (slower: TokenMessage) => sentByItself({ messages: [slower, own] })?.slower;
  expect(sentByItself({ messages: [mail, own] })?.channel).toBe('SMS');
  expect(told(mail)).toEqual({ channel: 'EMAIL', is: 'waiting' });
  // Taken after all: "has not been accepted" would contradict the line of stations beside it.
  expect(told({ ...mail, state: 'SENT_ON', sentOnAt: '2025-03-31T02:32:00Z' })?.is).toBe('handedOver');
  expect(told({ ...mail, state: 'REFUSED' })?.is).toBe('refused');
  expect(sentByItself({ messages: [sentOn, own] })).toBeNull();
  expect(sentByItself({ messages: [mail, { ...own, cause: 'ASKED_AGAIN' }] })).toBeNull();
  // Asked again since: what comes of that is the news, and this would hide it.
  const again: TokenMessage = { ...own, cause: 'ASKED_AGAIN', queuedAt: '2025-03-31T02:45:00Z' };
  expect(sentByItself({ messages: [mail, own, again] })).toBeNull();
  // Refused there as well: that it cannot get there but went another way would be no comfort.
  expect(
    sentByItself({
      messages: [
        { ...mail, state: 'REFUSED' },
        { ...own, state: 'REFUSED' },
      ],
    }),
  ).toBeNull();
});

it('"not yet" is said of what a carrier has, and of nothing else', () => {
  const delivered: TokenMessage = { ...sentOn, state: 'DELIVERED', deliveredAt: '2025-03-31T02:31:06Z' };
  const late: TokenMessage = { ...sentOn, state: 'LATE', via: 'Gmail' };
  const refused: TokenMessage = { ...sentOn, state: 'REFUSED' };
  expect(inHand({ messages: [queued, sentOn, late, delivered, refused] })).toEqual([sentOn, late]);
});
