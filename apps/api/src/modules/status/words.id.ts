import { clockInWib, dayInWib } from './wib.ts';
import type { Words } from './words.ts';

export const wordsId: Words = {
  title: {
    EMAIL: {
      held: (name) => `${name} sedang menahan email kami`,
      unreachable: (name) => `${name} sedang tidak menerima email kami`,
      late: (name) => `Email ke ${name} sedang terlambat`,
    },
    SMS: {
      held: (name) => `${name} sedang menahan SMS kami`,
      unreachable: (name) => `${name} sedang tidak menerima SMS kami`,
      late: (name) => `SMS ke ${name} sedang terlambat`,
    },
  },
  opened: {
    EMAIL: (name) =>
      `Kode ke alamat ${name} bisa lama tiba. Kalau nomor ponsel Anda sudah dikonfirmasi, pilih SMS. Kode yang sudah dikirim tetap berlaku sampai jam yang tertera di halaman kode, dan kode mana pun yang tiba boleh dipakai; meminta berulang kali tidak mempercepat.`,
    SMS: (name) =>
      `Kode ke nomor ${name} bisa lama tiba. Kalau email Anda sudah dikonfirmasi, pilih email; gratis. Kode yang sudah dikirim tetap berlaku sampai jam yang tertera di halaman kode, dan kode mana pun yang tiba boleh dipakai; meminta berulang kali tidak mempercepat.`,
  },
  again: {
    EMAIL: (name) => `Email ke ${name} terganggu lagi. Pakai SMS dulu bila bisa.`,
    SMS: (name) => `SMS ke ${name} terganggu lagi. Pakai email dulu bila bisa.`,
  },
  joined: (names) => `Juga terganggu: ${names}.`,
  quiet: {
    EMAIL: (name, since) =>
      `Belum ada email yang dicoba ke ${name} sejak ${clockInWib(since)}, jadi kami belum tahu apakah sudah pulih. Kami kabari di sini begitu email ke sana tiba lagi.`,
    SMS: (name, since) =>
      `Belum ada SMS yang dicoba ke ${name} sejak ${clockInWib(since)}, jadi kami belum tahu apakah sudah pulih. Kami kabari di sini begitu SMS ke sana tiba lagi.`,
  },
  recovered: {
    EMAIL: (name, since) =>
      `Kode lewat ${name} tiba seperti biasa lagi sejak ${clockInWib(since)}. Terima kasih sudah menunggu, dan maaf atas kelambatannya.`,
    SMS: (name, since) =>
      `SMS ke ${name} tiba seperti biasa lagi sejak ${clockInWib(since)}. Terima kasih sudah menunggu, dan maaf atas kelambatannya.`,
  },
  ours: {
    title: 'Pengiriman kode kami sedang terhenti',
    opened:
      'Kode yang diminta tertahan di sistem kami sendiri, bukan di operator atau penyedia email Anda. Kode keluar sendiri begitu pengiriman jalan lagi; tidak perlu meminta lagi, dan saluran lain tidak lebih cepat.',
    again:
      'Pengiriman kode kami terhenti lagi. Kode keluar sendiri begitu jalan lagi; tidak perlu meminta lagi.',
    recovered: (since) =>
      `Pengiriman kode kami berjalan lagi sejak ${clockInWib(since)}. Maaf atas kelambatannya; ini kesalahan kami.`,
  },
  closed: (until, hasDrafts) =>
    `Layanan sedang dirawat sampai ${dayInWib(until, 'id')}, ${clockInWib(until)}. ${hasDrafts ? 'Draf Anda tersimpan; coba' : 'Coba'} lagi sesudah jam itu.`,
  otherMail: 'Penyedia email lain',
  notice: {
    subject: 'Kode sudah tiba seperti biasa lagi',
    text: (affects) =>
      `Sampai: pengiriman kode lewat ${affects} sudah lancar lagi. Maaf kode Anda terlambat. Bila urusan Anda belum selesai, silakan minta kode lagi.`,
  },
};
