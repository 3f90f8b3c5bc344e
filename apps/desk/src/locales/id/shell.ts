export const shell = {
  title: 'Meja layanan · Sampai',
  suffix: 'meja layanan',
  skip: 'Langsung ke isi',
  language: 'Bahasa',
  signOut: 'Keluar',
  signOutFailed: 'Belum berhasil keluar. Coba lagi.',
  footer: 'Semua jam dalam WIB. Tidak ada kode di layar ini.',
  offline: 'Peramban Anda sedang tidak terhubung. Yang tampak di sini adalah keadaan terakhir.',
  loading: 'Memuat',
  slow: 'Lebih lama dari biasanya. Kami masih menunggu jawaban; Anda tidak perlu memuat ulang.',
  retry: 'Coba lagi',
  incident: 'Nomor kejadian',
  troubleTitle: 'Belum bisa dibuka',
  trouble: {
    offline: {
      title: 'Meja layanan tidak bisa dihubungi dari peramban ini.',
      body: 'Periksa sambungan Anda, lalu coba lagi.',
    },
    maintenance: {
      title: 'Layanan sedang dirawat.',
      body: 'Kode tetap dikirim; hanya halaman ini yang tertutup sebentar.',
    },
    server: {
      title: 'Ada yang salah di pihak kami.',
      body: 'Anda tidak melakukan kekeliruan. Coba lagi sebentar lagi.',
    },
  },
  askAgain: 'Yang tadi belum diterima. Tekan lagi untuk membaca alasannya dalam bahasa ini.',
  faults: 'Ada yang perlu diperbaiki',
};

export type ShellTexts = typeof shell;
