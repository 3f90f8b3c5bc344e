import type { AccountErrorCode } from './errors.codes.ts';

export const errorsId = {
  NOT_RECOGNISED: 'Data yang Anda masukkan tidak cocok. Periksa lagi, lalu coba sekali lagi.',
  ALREADY_ACTIVATED: 'Akun ini sudah aktif. Masuk dengan kata sandi Anda.',
  EFIN_EXPIRED: 'e-FIN ini sudah lewat 30 hari sejak diterbitkan. Ajukan e-FIN baru di kantor pajak.',
  WEAK_PASSWORD:
    'Kata sandi terlalu mudah ditebak. Pakai paling sedikit 10 karakter, misalnya beberapa kata yang tidak berhubungan.',
  CHANNEL_NOT_CONFIRMED: 'Belum ada alamat yang dipastikan. Masukkan kode dari SMS atau email dahulu.',
  'INVALID_INPUT.identifier':
    'NPWP atau NIK itu tidak lengkap atau salah ketik. NPWP 15 atau 16 angka, NIK 16 angka.',
  'INVALID_INPUT.efin': 'e-FIN terdiri atas 10 angka.',
  'INVALID_INPUT.password': 'Masukkan kata sandi Anda (paling panjang 128 karakter).',
  'INVALID_INPUT.phone': 'Masukkan nomor ponsel Indonesia, misalnya 0812 3456 7890, atau alamat email.',
  'INVALID_INPUT.email': 'Masukkan alamat email yang lengkap, misalnya nama@contoh.id.',
  'INVALID_INPUT.liabilityAccepted': 'Setujui pernyataan tanggung jawab untuk mengaktifkan akun.',
} satisfies Record<AccountErrorCode, string>;
