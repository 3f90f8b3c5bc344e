import type { TokenErrorCode } from './errors.codes.ts';

export const errorsId = {
  WRONG_CODE: 'Kode itu tidak cocok. Periksa ref pada pesan, lalu coba lagi.',
  TOKEN_EXPIRED: 'Masa berlaku kode ini sudah lewat. Minta kode lagi, baru masukkan.',
  TOKEN_LOCKED:
    'Kesempatan memasukkan kode sudah habis. Mulai lagi dari langkah sebelumnya, atau hubungi kami.',
  TOKEN_CANCELLED: 'Yang akan dikirim sudah berubah, jadi kode ini tidak berlaku lagi. Minta kode baru.',
  RESEND_ON_ITS_WAY: 'Kode sedang dalam perjalanan. Tunggu sampai waktu yang tertera sebelum meminta lagi.',
  RESEND_TOO_SOON: 'Kode baru saja dikirim. Anda dapat meminta lagi pada waktu yang tertera.',
  RESEND_WOULD_NOT_HELP:
    'Mengirim lagi lewat jalur ini sekarang tidak membantu; pesan yang sudah dikirim berisi kode yang sama.',
  RESEND_CAPPED:
    'Untuk saat ini kode sudah dikirim sebanyak yang diperbolehkan. Semua pesan berisi kode yang sama.',
  PRICE_NOT_ACCEPTED: 'SMS ke nomor ini berbayar. Setujui harganya dahulu, atau pilih email yang gratis.',
  CHANNEL_UNUSABLE: 'Jalur ini belum dapat dipakai untuk kode. Pilih jalur lain.',
  CHALLENGE_NEEDED:
    'Banyak kode diminta dari jaringan Anda. Peramban Anda diperiksa dahulu, tanpa perlu apa-apa dari Anda; kirim lagi.',
  'INVALID_INPUT.code': 'Kode terdiri atas 6 angka.',
  'INVALID_INPUT.tokenId': 'Kode ini dimasukkan di tempat SPT dikirim.',
} satisfies Record<TokenErrorCode, string>;
