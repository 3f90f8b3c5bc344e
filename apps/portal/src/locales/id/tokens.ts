/** SMS and e-mail as the sentences need them. */
export const tokens = {
  heading: 'Di mana kode saya?',
  channel: { SMS: 'SMS', EMAIL: 'Email' },
  to: (address: string) => `ke ${address}`,
  again: 'dikirim ulang',
  failover: 'otomatis',
  probe: 'juga dicoba, kode yang sama',
  /** Heard, not seen: the line itself says it by its mark. */
  heardFailover: 'Otomatis kami kirim juga.',
  health: { AMBER: 'sedang lambat', RED: 'sedang terganggu', CLOSED: 'sedang tertutup' },
  next: {
    enter: {
      SMS: (ref: string) => `Buka SMS dengan ref ${ref}, lalu isi kodenya di sini.`,
      EMAIL: (ref: string) => `Buka email dengan ref ${ref}, lalu isi kodenya di sini.`,
    },
    arrived: {
      SMS: (ref: string) => `Isi kode dari pesan dengan ref ${ref} di sini.`,
      EMAIL: (ref: string) => `Isi kode dari pesan dengan ref ${ref} di sini.`,
    },
    lookIn: {
      SMS: (ref: string) => `Lihat SMS dengan ref ${ref}.`,
      EMAIL: (ref: string) => `Lihat kotak masuk dan folder spam: cari ref ${ref}.`,
    },
    wait: {
      SMS: () => 'Tunggu sebentar; kabarnya muncul sendiri di sini.',
      EMAIL: () => 'Tunggu sebentar; kabarnya muncul sendiri di sini.',
    },
    silent: {
      SMS: (ref: string) => `Periksa ponsel Anda: cari ref ${ref}. Kabarnya muncul sendiri di sini.`,
      EMAIL: (ref: string) => `Lihat kotak masuk dan folder spam: cari ref ${ref}.`,
    },
    askAgain: {
      SMS: (ref: string) =>
        `Periksa ponsel Anda: cari ref ${ref}. Kalau belum ada, minta kirim ulang; kodenya sama.`,
      EMAIL: (ref: string) =>
        `Lihat kotak masuk dan folder spam: cari ref ${ref}. Kalau belum ada, minta kirim ulang; kodenya sama.`,
    },
    stay: {
      SMS: () => 'Meminta lagi tidak mempercepat: kami terus mencoba, dan kabarnya muncul sendiri di sini.',
      EMAIL: () => 'Meminta lagi tidak mempercepat: kami terus mencoba, dan kabarnya muncul sendiri di sini.',
    },
    check: {
      SMS: () => 'Pesan ini tidak akan sampai. Periksa nomornya.',
      EMAIL: () => 'Pesan ini tidak akan sampai. Periksa alamatnya.',
    },
    checkBoth: {
      SMS: () => 'SMS dan email ini tidak akan sampai. Periksa nomor dan alamatnya.',
      EMAIL: () => 'SMS dan email ini tidak akan sampai. Periksa nomor dan alamatnya.',
    },
    elsewhere: {
      SMS: () => 'Pesan ini tidak akan sampai. Pakai saluran lain.',
      EMAIL: () => 'Pesan ini tidak akan sampai. Pakai saluran lain.',
    },
    later: {
      SMS: () => 'Pesan ini tidak akan sampai. Minta lagi beberapa saat lagi; kodenya sama.',
      EMAIL: () => 'Pesan ini tidak akan sampai. Minta lagi beberapa saat lagi; kodenya sama.',
    },
  },
  byItself: {
    SMS: 'Kode yang sama sudah kami kirim lewat SMS.',
    EMAIL: 'Kode yang sama sudah kami kirim lewat email.',
  },
  byItselfBody: {
    waiting: {
      SMS: 'SMS-nya belum diterima operator, jadi kami memakai jalur lain. Anda tidak perlu menunggu SMS, dan tidak dikenai biaya.',
      EMAIL:
        'Email-nya belum diterima, jadi kami memakai jalur lain. Anda tidak perlu menunggu email, dan tidak dikenai biaya.',
    },
    handedOver: {
      SMS: 'Tentang SMS-nya belum ada kabar, jadi kami memakai jalur lain juga. Yang mana pun tiba lebih dulu, pakai itu; Anda tidak dikenai biaya.',
      EMAIL:
        'Email-nya sempat tertahan, jadi kami memakai jalur lain juga. Yang mana pun tiba lebih dulu, pakai itu; Anda tidak dikenai biaya.',
    },
    refused: {
      SMS: 'SMS-nya tidak bisa sampai, jadi kami memakai jalur lain. Anda tidak dikenai biaya.',
      EMAIL: 'Email-nya ditolak, jadi kami memakai jalur lain. Anda tidak dikenai biaya.',
    },
  },
  parcel: (channel: string, address: string) => `Perjalanan kode: ${channel} ke ${address}`,
  state: {
    done: 'selesai',
    arrived: 'sampai',
    now: 'sedang di sini',
    held: 'tertahan di sini',
    late: 'di sini, lebih lama dari biasanya',
    refused: 'berhenti di sini',
    ahead: 'belum',
  },
  station: {
    made: 'Dibuat',
    handing: (via: string) => `Menuju ${via}`,
    waiting: (via: string) => `Menunggu ${via}`,
    ours: 'Tertahan di sistem kami',
    accepted: {
      SMS: (via: string) => `Diterima ${via}`,
      EMAIL: (via: string) => `Diserahkan untuk ${via}`,
    },
    refusedBy: (via: string) => `Ditolak ${via}`,
    travelling: { SMS: 'Menuju ponsel Anda', EMAIL: 'Menuju kotak surat Anda' },
    arrived: { SMS: 'Tiba di ponsel Anda', EMAIL: 'Tiba di kotak surat Anda' },
    ahead: { SMS: 'Tiba di ponsel', EMAIL: 'Tiba di kotak surat' },
    late: { SMS: 'Belum tiba di ponsel', EMAIL: 'Belum tiba di kotak surat' },
    unheard: { SMS: 'Mungkin sudah di ponsel Anda', EMAIL: 'Mungkin sudah di kotak surat Anda' },
    unreachable: { SMS: 'Tidak sampai ke ponsel', EMAIL: 'Tidak sampai ke kotak surat' },
    dropped: 'Tidak jadi dikirim',
  },
  detail: {
    usual: (usual: string) => `Biasanya ${usual}`,
    usualUnknown: 'lama biasanya belum diketahui',
    elapsed: (elapsed: string) => `sudah ${elapsed}`,
    noWordOf: (via: string) => `${via} tidak memberi kabar saat surat masuk; lihat juga folder spam.`,
    noWord: 'Operator belum memberi kabar.',
    took: (time: string) => `${time} setelah dikirim`,
    atMost: (until: string) => `Paling lama sampai ${until}.`,
    trying: (until: string) => `Kami terus mencoba sampai ${until}.`,
    refused: {
      SMS: 'Periksa nomornya.',
      EMAIL: 'Periksa alamatnya.',
    },
    dropped: 'Kode ini sudah tidak diperlukan.',
  },
  earlier: (count: number) => `${count} kiriman lain`,
  sentAt: (time: string) => `Dikirim ${time}`,
  codeFrom: {
    SMS: 'Kode dari SMS',
    EMAIL: 'Kode dari email',
    ANY: 'Kode dari pesan mana pun',
    NONE: 'Kode verifikasi',
  },
  facts: {
    digits: '6 angka',
    reference: 'ref',
    validUntil: 'berlaku sampai',
    wasValid: 'tadi berlaku sampai',
    latest: 'paling lambat',
    attempts: (left: number) => `${left} kesempatan`,
  },
  missing: 'Isi keenam angka kode.',
  wrong: (left: number) => `Kode itu tidak cocok; ${left} kesempatan lagi.`,
  checking: 'Memeriksa…',
  same: 'Kode yang sama berlaku di semua pesan. Yang tiba lebih dulu, pakai itu.',
  arrivedAsk: 'Apakah pesannya sudah masuk?',
  arrivedYes: 'Sudah masuk',
  arrivedNo: 'Belum masuk',
  arrivedThanks: 'Terima kasih, itu membantu orang lain juga.',
  arrivedAfterAll: 'Ternyata sudah masuk',
  /** What a report does, and no more: the lane is marked for everybody once enough say the same. */
  missingCounted: (vias: string) =>
    `Sudah dihitung. Bila cukup banyak orang mengalaminya, ${vias} kami tandai lambat bagi semua.`,
  missingAdvice: {
    SMS: 'Pastikan ponsel mendapat sinyal dan kotak SMS tidak penuh.',
    EMAIL: 'Lihat folder spam dan promosi.',
  },
  resend: {
    one: { SMS: 'Kirim ulang lewat SMS', EMAIL: 'Kirim ulang lewat email' },
    at: (time: string) => `Kirim ulang pukul ${time}`,
    byAt: (way: string, time: string) => `${way} pukul ${time}`,
    by: { SMS: 'Kirim lewat SMS', EMAIL: 'Kirim lewat email' },
    other: { SMS: 'Kirim juga lewat SMS', EMAIL: 'Kirim juga lewat email' },
    price: (price: string) => `${price} dari pulsa`,
    free: 'gratis',
    noMore:
      'Kode ini tidak akan dikirim lagi sebelum masa berlakunya habis. Pesan mana pun yang tiba masih berlaku.',
    sending: 'Mengirim…',
    sent: 'Kode yang sama sudah kami kirim lagi.',
    sentBody: 'Kode mana pun yang tiba lebih dulu, pakai itu.',
    useInstead: { SMS: 'Pakai SMS', EMAIL: 'Pakai email' },
    backAt: (time: string) => `Bisa dicoba lagi pukul ${time}.`,
  },
  passed: {
    title: (time: string) => `Masa berlaku kode ini lewat pukul ${time}.`,
    askAgain: (ref: string, end: string) =>
      `Minta kirim ulang, lalu kode yang sama berlaku lagi, juga yang sudah ada di pesan Anda (ref ${ref}). Bisa sampai ${end}.`,
    noMore: (end: string) => `Kode ini tidak akan dikirim lagi. Kode baru bisa diminta mulai ${end}.`,
  },
  over: {
    VERIFIED: { title: 'Kode cocok.', body: '' },
    LOCKED: {
      title: 'Kode ini sudah dikunci.',
      body: 'Kesempatannya habis, supaya tidak ada yang bisa menebak. Minta kode baru untuk melanjutkan.',
    },
    EXPIRED: {
      title: 'Masa berlaku kode ini sudah lewat.',
      body: 'Minta kode baru; yang lama tidak akan dikirim lagi.',
    },
    CANCELLED: {
      title: 'Kode ini sudah diganti.',
      body: 'Yang dilindunginya berubah setelah kode dikirim. Minta kode baru untuk keadaan sekarang.',
    },
  },
  notHere: {
    title: 'Kode ini tidak terbuka di peramban ini.',
    body: 'Kode hanya bisa dipakai di peramban yang memintanya. Mulai lagi di sini, atau kembali ke peramban tadi.',
  },
  /** Seen on this page before: not another browser's. */
  gone: {
    title: 'Sesi yang meminta kode ini sudah berakhir.',
    body: 'Kode hanya berlaku dalam sesi itu. Mulai lagi di sini.',
  },
  deadEnd: {
    SMS: 'Kode tidak bisa dikirim ke nomor ini.',
    EMAIL: 'Kode tidak bisa dikirim ke alamat ini.',
    ANY: 'Kode tidak bisa dikirim ke nomor dan alamat Anda.',
    replace:
      'Kalau salah tulis, perbaiki di sini. Kalau sudah benar, hubungi Kring Pajak 1500200 atau datang ke kantor pajak.',
    see: 'Lihat apakah masih yang Anda pakai. Untuk menggantinya, hubungi Kring Pajak 1500200 atau datang ke kantor pajak.',
  },
  lost: (time: string) => `Sambungan terputus; keadaan terakhir pukul ${time}. Kami menyambung lagi sendiri.`,
};

export type TokensTexts = typeof tokens;
