export const verify = {
  title: 'Periksa tanda terima',
  lead: 'Masukkan nomor dari Bukti Penerimaan Elektronik, atau pindai kode QR di atasnya. Tidak ada data pribadi yang ditampilkan.',
  number: 'Nomor tanda terima',
  hint: 'Tertulis di bagian atas lembar PDF.',
  submit: 'Periksa',
  pending: 'Memeriksa…',
  missing: 'Isi nomor tanda terima.',
  genuine: 'Tanda terima ini asli.',
  genuineBody: 'Cocokkan keterangan di bawah ini dengan lembar yang Anda pegang.',
  unknown: 'Nomor ini tidak ada pada kami.',
  unknownBody:
    'Periksa lagi angkanya. Bila memang begitu tertulis di lembarnya, lembar itu tidak dikeluarkan oleh portal ini.',
  form: { '1770': '1770', '1770S': '1770 S', '1770SS': '1770 SS' } as Record<string, string>,
  rows: { number: 'Nomor', form: 'Formulir', taxYear: 'Tahun pajak', submittedAt: 'Diterima' },
};

export type VerifyTexts = typeof verify;
