import type { FilingErrorCode } from './errors.codes.ts';

export const errorsId = {
  ALREADY_SUBMITTED: 'SPT ini sudah dikirim dan tidak dapat diubah. Untuk mengubahnya, buat pembetulan.',
  STALE_VERSION: 'SPT ini sudah diubah di jendela lain. Periksa isian terbaru, lalu lanjutkan dari sana.',
  RETURN_INCOMPLETE: 'SPT belum lengkap. Perbaiki bagian yang ditandai, lalu coba lagi.',
  RETURN_CHANGED: 'Isian SPT berubah setelah kode ini diminta. Minta kode baru untuk isian yang sekarang.',
  'INVALID_INPUT.form':
    'Formulir ini belum dapat diisi di sini. Yang tersedia saat ini adalah 1770 SS, untuk orang pribadi.',
  'INVALID_INPUT.taxYear': 'Tahun pajak ini tidak dapat diisi di sini. Pilih tahun pajak dari daftar.',
  'INVALID_INPUT.taxMonth': 'Formulir ini untuk satu tahun penuh. Buka tanpa masa pajak.',
  'INVALID_INPUT.amends':
    'Yang dapat dibetulkan adalah SPT yang sudah dikirim, pada formulir dan tahun yang sama.',
  'INVALID_INPUT.statementAccepted': 'Setujui pernyataan dahulu, lalu kirim.',
  'INVALID_INPUT.code': 'Kode terdiri atas enam angka. Ketik seperti yang tertulis pada pesan.',
  'NOT_FOUND.returnId': 'SPT ini tidak ada pada akun Anda. Buka lagi dari daftar SPT.',
  'NOT_FOUND.amends': 'SPT yang akan dibetulkan tidak ada pada akun Anda. Pilih dari daftar SPT.',
  'CHANNEL_UNUSABLE.channel': 'Jalur ini belum dipastikan pada akun Anda. Pilih jalur lain.',
  UNKNOWN_FIELD: 'Isian ini tidak ada pada formulir. Muat ulang halaman, lalu coba lagi.',
  MALFORMED: 'Isi dengan angka saja, misalnya 48000000.',
  NEGATIVE: 'Isi dengan nol atau lebih.',
  NOT_WHOLE_RUPIAH: 'Isi dalam rupiah penuh, tanpa sen.',
  TOO_LONG: 'Jumlah ini terlalu besar. Isi paling banyak 15 angka.',
  NOT_A_STATUS: 'Pilih status dari daftar: TK/0 sampai K/I/3.',
  MISSING: 'Bagian ini wajib diisi.',
  GROSS_ABOVE_LIMIT:
    'Penghasilan bruto di atas {limit}: 1770 SS tidak dapat dipakai. Gunakan formulir {form}.',
  DEDUCTIONS_ABOVE_GROSS:
    'Pengurangan lebih besar daripada penghasilan bruto. Periksa lagi bukti potong Anda.',
  WITHHELD_ABOVE_GROSS:
    'PPh yang dipotong lebih besar daripada penghasilan bruto. Periksa lagi bukti potong Anda.',
  FINAL_TAX_ABOVE_BASE: 'PPh final lebih besar daripada penghasilannya. Periksa lagi kedua angka ini.',
} satisfies Record<FilingErrorCode, string>;
