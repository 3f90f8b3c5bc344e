export const shell = {
  skip: 'Langsung ke isi',
  language: 'Bahasa',
  home: 'Sampai, ke beranda',
  signOut: 'Keluar',
  signIn: 'Masuk',
  status: 'Status layanan',
  verify: 'Periksa tanda terima',
  activation: 'Aktivasi e-FIN',
  footer: 'Semua jam dalam WIB.',
  offline: 'Peramban Anda sedang tidak terhubung. Yang sudah tersimpan aman, dan halaman ini tetap di sini.',
  maintenance: {
    label: 'Perawatan',
    announced: (when: string) => `Perawatan ${when}.`,
    running: (to: string) => `Sedang dirawat sampai ${to}.`,
    meanwhile: 'Selama itu draf tetap tersimpan; masuk, meminta kode, dan mengirim ditutup.',
    meanwhileRunning:
      'Draf tetap bisa dibaca, diisi, dan tersimpan; masuk, meminta kode, dan mengirim bisa lagi sesudah jam itu.',
    more: 'Selengkapnya',
  },
  loading: 'Memuat',
  slow: 'Lebih lama dari biasanya. Kami masih menunggu jawaban; Anda tidak perlu memuat ulang.',
  retry: 'Coba lagi',
  incident: 'Nomor kejadian, bila Anda menghubungi Kring Pajak',
  troubleTitle: 'Halaman ini belum bisa dibuka',
  trouble: {
    offline: {
      title: 'Kami tidak bisa dihubungi dari peramban ini.',
      body: 'Periksa sambungan internet Anda, lalu coba lagi. Yang sudah tersimpan aman.',
    },
    maintenance: {
      title: 'Layanan sedang dirawat.',
      body: 'Yang sudah tersimpan aman dan menunggu Anda. Jam selesainya tertulis di status layanan.',
    },
    server: {
      title: 'Ada yang salah di pihak kami.',
      body: 'Anda tidak melakukan kekeliruan, dan yang sudah tersimpan aman. Coba lagi sebentar lagi.',
    },
  },
  notFound: {
    title: 'Halaman itu tidak ada',
    lead: 'Alamatnya mungkin terpotong saat disalin.',
    action: 'Ke beranda',
  },
  askAgain: 'Yang tadi belum diterima. Tekan lagi untuk membaca alasannya dalam bahasa ini.',
  checking: 'Memeriksa peramban Anda…',
  notNow: 'Belum bisa sekarang',
  faults: 'Ada yang perlu diperbaiki',
};

export type ShellTexts = typeof shell;
