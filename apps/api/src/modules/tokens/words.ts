import type { Channel, HealthReason, HeldByUs } from '#modules/delivery';
import type { WayOut } from './rules/judge-way-out.ts';
import type { Advice, Overruling, TokenMessageView, TokenView, Trouble } from './types.ts';

type Locale = 'id' | 'en';
type Sentences = {
  trouble: Record<Trouble, (via: string) => string>;
  why: Partial<Record<HealthReason, (via: string) => string>> &
    Record<'late' | 'put off', (via: string) => string>;
  handedOver: Record<Channel, (via: string) => string>;
  refused: Record<Channel, string>;
  /** Refused since the mailbox is full, and what is to be done there. */
  full: string;
  makeRoom: string;
  /** Refused, and not for its address' sake. */
  turnedBack: Record<Channel, (via: string) => string>;
  inVain: Record<Channel, string>;
  check: Record<Channel, string>;
  /** What is left then; with `check` where it is about the address. */
  wayOut: Record<WayOut, (check: string | null) => string>;
  ours: Record<NonNullable<HeldByUs>, (via: string) => string>;
  going: string;
  use: Record<Channel, string>;
  confirm: Record<Channel, string>;
  cost: (rupiah: string) => string;
  free: string;
  usual: (seconds: number) => string;
  overruled: Record<Overruling, (via: string) => string>;
  moved: Record<Channel, string>;
  probed: (via: string) => string;
};

const WORDS: Record<Locale, Sentences> = {
  id: {
    trouble: {
      refusing: (via) => `${via} sedang menahan pesan kami.`,
      slow: (via) => `Pesan lewat ${via} lebih lambat dari biasanya.`,
      refused: (via) => `${via} tidak menerima pesan ini.`,
      ours: (via) => `Pengiriman kami lewat ${via} sedang tertahan di sistem kami sendiri.`,
    },
    why: {
      'provider-refusal': (via) => `${via} sedang menahan semua pesan kami.`,
      'no-acceptance': (via) => `${via} sedang tidak dapat kami hubungi.`,
      refusals: (via) => `${via} sedang menolak pesan kami.`,
      throttled: (via) => `${via} meminta kami mengirim lebih pelan.`,
      'put off': (via) => `${via} menunda pesan ini untuk sementara.`,
      late: (via) => `${via} belum memberi kabar; lebih lama dari biasanya.`,
    },
    handedOver: {
      SMS: (via) => `${via} sudah menerima pesan ini, tetapi belum melaporkan bahwa pesannya tiba.`,
      EMAIL: (via) => `Pesan ini sudah kami serahkan untuk ${via}; tibanya di kotak surat tidak dilaporkan.`,
    },
    refused: {
      SMS: 'Pesan ini tidak dapat sampai ke nomor itu.',
      EMAIL: 'Kotak surat itu tidak menerima pesan ini.',
    },
    full: 'Kotak surat itu penuh; alamatnya sendiri benar.',
    makeRoom: 'Hapus beberapa pesan di sana',
    turnedBack: {
      SMS: (via) => `${via} menolak pesan ini; nomor Anda tidak bermasalah.`,
      EMAIL: (via) => `${via} menolak pesan ini; alamat Anda tidak bermasalah.`,
    },
    inVain: {
      SMS: 'Pesan ke nomor itu ditolak, dan akan ditolak lagi.',
      EMAIL: 'Pesan ke alamat itu ditolak, dan akan ditolak lagi.',
    },
    check: { SMS: 'Periksa nomornya', EMAIL: 'Periksa alamatnya' },
    wayOut: {
      'in another message': () => 'Kode yang sama ada di pesan yang lain.',
      'other channel': (check) =>
        check ? `${check}, atau pakai saluran yang lain.` : 'Pakai saluran yang lain.',
      'right address': (check) =>
        `${check}; bila sudah benar, hubungi Kring Pajak 1500200 atau datang ke kantor pajak.`,
      later: (check) =>
        check
          ? `${check}, lalu minta lagi.`
          : 'Minta lagi beberapa saat lagi; bila mendesak, hubungi Kring Pajak 1500200.',
    },
    ours: {
      'not-sent': () =>
        'Kami sendiri yang tertahan, bukan Anda atau operator. Kodenya keluar sendiri begitu pengiriman kami jalan lagi; tidak perlu meminta lagi.',
      'not-heard': (via) =>
        `Karena gangguan di sistem kami sendiri, kabar dari ${via} sedang tidak sampai ke kami. Kodenya tetap berlaku.`,
    },
    going: 'Kami terus mencoba; kodenya tetap berlaku.',
    use: { SMS: 'Pakai SMS', EMAIL: 'Pakai email' },
    confirm: { SMS: 'Pastikan nomor ponsel Anda saja', EMAIL: 'Pastikan alamat email Anda saja' },
    cost: (rupiah) => `biayanya ${rupiah} dari pulsa Anda`,
    free: 'gratis',
    usual: (seconds) => `biasanya tiba dalam ${seconds} detik`,
    overruled: {
      // As it was when the code was asked for: the note stays, and meanwhile its messages may be taken again.
      refusing: (via) => `Saat kode ini diminta, ${via} sedang menahan pesan kami.`,
      'not yet live': (via) => `Kode belum dapat kami kirim ke ${via}: jalurnya belum lulus uji di sini.`,
      withdrawn: (via) =>
        `Kode ke ${via} sedang kami hentikan untuk sementara; nomor atau alamat Anda tidak salah.`,
      'full number': () => 'Nomor ponsel Anda sudah mendapat SMS sebanyak yang boleh dalam satu jam.',
      'crowded numbers': () => 'Terlalu banyak SMS sedang menuju nomor-nomor seperti nomor Anda.',
    },
    moved: { SMS: 'Karena itu kode kami kirim lewat SMS.', EMAIL: 'Karena itu kode kami kirim lewat email.' },
    probed: (via) =>
      `Kode yang sama juga kami coba lewat ${via}, tanpa biaya: yang mana pun tiba boleh dipakai.`,
  },
  en: {
    trouble: {
      refusing: (via) => `${via} is holding back our messages at the moment.`,
      slow: (via) => `Messages through ${via} are taking longer than usual.`,
      refused: (via) => `${via} did not take this message.`,
      ours: (via) => `Our messages through ${via} are held up in our own system.`,
    },
    why: {
      'provider-refusal': (via) => `${via} is holding back all of our messages.`,
      'no-acceptance': (via) => `${via} cannot be reached at the moment.`,
      refusals: (via) => `${via} is refusing our messages at the moment.`,
      throttled: (via) => `${via} asks us to send more slowly.`,
      'put off': (via) => `${via} has put us off for now.`,
      late: (via) => `No word from ${via} yet; this is longer than usual.`,
    },
    handedOver: {
      SMS: (via) => `${via} has accepted this message, but has not reported yet that it arrived.`,
      EMAIL: (via) =>
        `We have handed this message over for ${via}; nobody reports when it reaches the mailbox.`,
    },
    refused: {
      SMS: 'This message cannot reach that number.',
      EMAIL: 'That mailbox does not take this message.',
    },
    full: 'That mailbox is full; the address itself is right.',
    makeRoom: 'Delete some messages there',
    turnedBack: {
      SMS: (via) => `${via} refused this message; nothing is wrong with your number.`,
      EMAIL: (via) => `${via} refused this message; nothing is wrong with your address.`,
    },
    inVain: {
      SMS: 'The message to that number was refused, and would be again.',
      EMAIL: 'The message to that address was refused, and would be again.',
    },
    check: { SMS: 'Check the number', EMAIL: 'Check the address' },
    wayOut: {
      'in another message': () => 'The same code is in another message.',
      'other channel': (check) => (check ? `${check}, or use the other channel.` : 'Use the other channel.'),
      'right address': (check) => `${check}; if it is right, call Kring Pajak 1500200 or visit a tax office.`,
      later: (check) =>
        check
          ? `${check}, then ask for it again.`
          : 'Ask for it again in a while; if it is urgent, call Kring Pajak 1500200.',
    },
    ours: {
      'not-sent': () =>
        'It is us who are held up, not you or your provider. The code goes out by itself as soon as our sending runs again; you need not ask again.',
      'not-heard': (via) =>
        `Owing to a fault of our own, word from ${via} does not reach us at the moment. The code stays valid.`,
    },
    going: 'We keep trying; the code stays valid.',
    use: { SMS: 'Use SMS', EMAIL: 'Use e-mail' },
    confirm: { SMS: 'Confirm your phone number instead', EMAIL: 'Confirm your e-mail instead' },
    cost: (rupiah) => `it costs ${rupiah} of your credit`,
    free: 'free',
    usual: (seconds) => `usually there within ${seconds} seconds`,
    overruled: {
      refusing: (via) => `${via} was holding back our messages when this code was asked for.`,
      'not yet live': (via) => `Codes cannot go to ${via} yet: it has not passed our delivery tests.`,
      withdrawn: (via) => `We have stopped sending codes to ${via} for now; nothing is wrong with yours.`,
      'full number': () => 'Your mobile number has had as many SMS as are allowed in an hour.',
      'crowded numbers': () => 'Too many SMS are going to numbers like yours.',
    },
    moved: { SMS: 'So we sent the code by SMS.', EMAIL: 'So we sent the code by e-mail.' },
    probed: (via) => `We also try the same code through ${via}, at no cost: whichever arrives will do.`,
  },
};

const rupiah = (amount: bigint): string => `Rp${amount.toLocaleString('id-ID')}`;

/** The fact first, then the way out, with what it takes. */
export function adviceSentence(
  { via, trouble, channel, confirm, price, usualSeconds }: Advice,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const facts = [
    price > 0n ? words.cost(rupiah(price)) : words.free,
    ...(usualSeconds === null ? [] : [words.usual(usualSeconds)]),
  ];
  const way = confirm ? words.confirm[channel] : `${words.use[channel]}: ${facts.join(', ')}`;
  return `${words.trouble[trouble](via)} ${way}.`;
}

/** Why asking again would not help while we ourselves are held up. */
export const heldSentence = (locale: Locale): string => WORDS[locale].ours['not-sent']('');

/** Why asking again by this channel would not help after its address was refused, and what is left. */
export function inVainSentence(channel: Channel, isAdvised: boolean, locale: Locale): string {
  const { inVain, check, wayOut } = WORDS[locale];
  return `${inVain[channel]} ${wayOut[isAdvised ? 'other channel' : 'right address'](check[channel])}`;
}

type Delay = Pick<
  TokenMessageView,
  | 'state'
  | 'via'
  | 'channel'
  | 'health'
  | 'reason'
  | 'heldByUs'
  | 'putOff'
  | 'sentOnAt'
  | 'refusal'
  | 'wayOut'
>;

/**
 * Why a message does not get on, and what goes on; null where it does. One that its carrier put off does not, before it is late.
 * What its carrier has taken is tried no more: that is said, and nothing promised.
 */
export function delaySentence(message: Delay, locale: Locale): string | null {
  const { state, via, channel, health, reason, heldByUs, putOff, sentOnAt } = message;
  const words = WORDS[locale];
  if (state === 'REFUSED') return refusalSentence(message, words);
  if (state !== 'LATE' && !putOff) return null;
  if (heldByUs) return words.ours[heldByUs](via);
  if (sentOnAt !== null) return words.handedOver[channel](via);
  const why = health === 'GREEN' || health === 'UNKNOWN' ? undefined : words.why[reason];
  return `${(why ?? words.why[putOff ? 'put off' : 'late'])(via)} ${words.going}`;
}

/** Who refused it, and what is left to do. */
function refusalSentence({ channel, via, refusal, wayOut }: Delay, words: Sentences): string {
  if (refusal === 'FULL')
    return wayOut ? `${words.full} ${words.wayOut[wayOut](words.makeRoom)}` : words.full;
  const ofAddress = refusal !== 'MESSAGE' && refusal !== 'PROVIDER';
  const fact = ofAddress ? words.refused[channel] : words.turnedBack[channel](via);
  return wayOut ? `${fact} ${words.wayOut[wayOut](ofAddress ? words.check[channel] : null)}` : fact;
}

/** Why the code went by another way than the one that was wished for, and whether that one is tried as well. */
export function moveSentence(
  {
    wishedVia,
    overruledBy,
    channel,
    messages,
  }: Pick<TokenView, 'wishedVia' | 'overruledBy' | 'channel' | 'messages'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const via = wishedVia ?? '';
  const probed = messages.some(({ cause }) => cause === 'PROBE') ? [words.probed(via)] : [];
  const why = words.overruled[overruledBy ?? 'refusing'];
  return [why(via), words.moved[channel], ...probed].join(' ');
}
