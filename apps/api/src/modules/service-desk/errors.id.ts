import type { ServiceDeskErrorCode } from './errors.codes.ts';

export const errorsId = {
  NOT_RECOGNISED: 'Nama masuk dan kata sandi itu tidak cocok. Periksa keduanya, lalu coba lagi.',
  RATE_LIMITED: 'Terlalu sering dicoba dari sini. Coba lagi pada waktu yang tertera.',
  'RATE_LIMITED.identifier': 'Pencarian Anda sudah penuh untuk jam ini. Cari lagi pada waktu yang tertera.',
  'NOT_FOUND.identifier':
    'Tidak ada wajib pajak dengan nomor itu. Minta penelepon membacakannya sekali lagi.',
  'INVALID_INPUT.identifier':
    'Nomor itu tidak lengkap atau salah ketik. NPWP 15 atau 16 angka, NIK 16 angka.',
} satisfies Record<ServiceDeskErrorCode, string>;
