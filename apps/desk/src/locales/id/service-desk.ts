import type { Sentences } from '../../features/service-desk/tell.ts';

const message = { SMS: 'SMS', EMAIL: 'Email' };
const amid = { SMS: 'SMS', EMAIL: 'email' };
const place = { SMS: 'ponsel', EMAIL: 'kotak surat' };

export const serviceDesk = {
  signIn: {
    title: 'Masuk ke meja layanan',
    lead: 'Untuk petugas Kring Pajak dan kantor pajak.',
    login: 'Nama masuk',
    password: 'Kata sandi',
    show: 'Tampilkan',
    hide: 'Sembunyikan',
    submit: 'Masuk',
    pending: 'Memeriksa…',
    loginMissing: 'Isi nama masuk Anda.',
    passwordMissing: 'Isi kata sandi Anda.',
    ended: 'Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.',
    until: (time: string) => `Bisa dicoba lagi pukul ${time}.`,
  },
  lookUp: {
    title: 'Cari wajib pajak',
    identifier: 'NPWP atau NIK penelepon',
    hint: 'Setiap pencarian dicatat atas nama Anda.',
    missing: 'Isi NPWP atau NIK penelepon.',
    submit: 'Cari',
    pending: 'Mencari…',
    until: (time: string) => `Bisa dicari lagi pukul ${time}.`,
    empty: 'Belum ada yang dicari',
    emptyBody:
      'Setelah dicari, di sini tampak salurannya, perjalanan setiap kodenya, dan apa yang bisa Anda sampaikan. Kodenya sendiri tidak pernah tampak.',
    loading: 'Mencari wajib pajak',
  },
  look: {
    read: (time: string) => `Keadaan pukul ${time}`,
    refresh: 'Perbarui',
    refreshing: 'Memperbarui…',
    lost: (time: string) =>
      `Belum bisa diperbarui; keadaan terakhir pukul ${time}. Kami mencoba lagi sendiri.`,
    over: 'Pencarian ini sudah ditutup.',
    overBody: 'Setelah 15 menit data wajib pajak tidak ditampilkan lagi. Cari lagi bila masih diperlukan.',
  },
  person: {
    identifier: 'NPWP/NIK',
    taxOffice: 'Kantor pajak',
    account: 'Akun',
    active: (date: string) => `Aktif sejak ${date}`,
    efinOpen: (date: string) => `Belum aktif; e-FIN berlaku sampai ${date}`,
    efinLapsed: (date: string) => `Belum aktif; e-FIN lewat ${date}`,
    noEfin: 'Belum aktif; belum ada e-FIN',
    channels: 'Saluran',
    channel: { SMS: 'Ponsel', EMAIL: 'Email' },
    confirmed: 'Dipastikan',
    unconfirmed: 'Belum dipastikan',
    notLive: 'Belum dilayani: belum lulus uji',
    withdrawn: 'Sedang kami hentikan',
    noChannels: 'Belum ada ponsel atau email.',
  },
  token: {
    heading: 'Kode',
    purpose: {
      SUBMIT_RETURN: 'Kode kirim SPT',
      SIGN_IN: 'Kode masuk',
      RESET_PASSWORD: 'Kode ganti kata sandi',
      CHANGE_CHANNEL: 'Kode ganti alamat',
      REGISTER: 'Kode pendaftaran',
    },
    confirms: { SMS: 'Kode memastikan ponsel', EMAIL: 'Kode memastikan email' },
    reference: 'ref',
    state: {
      OPEN: 'Berlaku',
      VERIFIED: 'Cocok',
      LOCKED: 'Terkunci',
      EXPIRED: 'Lewat',
      CANCELLED: 'Diganti',
    },
    issued: (time: string) => `Diminta ${time}`,
    validUntil: (time: string) => `berlaku sampai ${time}`,
    latest: (time: string) => `berlaku paling lambat sampai ${time}`,
    attempts: (left: number) => `${left} kesempatan lagi`,
    none: 'Belum ada kode',
    noneBody: 'Belum pernah ada kode yang diminta untuk wajib pajak ini.',
    earlier: 'Sebelumnya',
    verdict: 'Yang terjadi:',
    movedTo: {
      SMS: (via: string, because: string) => `Kami memindahkannya ke SMS lewat ${via}, karena ${because}.`,
      EMAIL: (via: string, because: string) => `Kami memindahkannya ke email di ${via}, karena ${because}.`,
    },
    tell: 'Yang bisa Anda sampaikan',
    line: (purpose: string, reference: string) => `Perjalanan ${purpose}, ref ${reference}`,
  },
  lane: {
    health: { AMBER: 'sedang lambat', RED: 'sedang terganggu', CLOSED: 'sedang tertutup' },
    is: (via: string, health: string) => `jalur ${via} ${health}`,
  },
  incidents: {
    title: 'Gangguan yang mengenai penelepon',
    since: (time: string) => `Sejak ${time}`,
    estimate: (time: string) => `Perkiraan pulih ${time}`,
    later: (time: string) => `Lebih lama dari perkiraan (${time})`,
    noEstimate: 'Belum ada perkiraan pulih',
  },
  station: {
    how: {
      refused: (via: string) => `${via} menolak`,
      postponed: (via: string) => `${via} menunda`,
      silent: (via: string) => `${via} belum memberi kabar`,
    },
    byItself: (because: string) => `otomatis, karena ${because}`,
    cause: {
      ASKED: 'diminta wajib pajak',
      ASKED_AGAIN: 'diminta lagi',
      FAILOVER: 'otomatis, karena jalur lain tersendat',
      PROBE: 'otomatis, untuk mencoba apakah jalur ini sudah pulih',
    },
    asked: (channel: 'SMS' | 'EMAIL', address: string) => `${message[channel]} ke ${address}`,
    accepted: (via: string) => `Diterima ${via}`,
    postponed: (via: string) => `${via} menunda`,
    unanswered: (via: string) => `${via} tidak menjawab`,
    refused: (via: string) => `Ditolak ${via}`,
    unreachable: { SMS: 'Tidak sampai ke ponsel', EMAIL: 'Tidak sampai ke kotak surat' },
    dropped: 'Tidak jadi dikirim',
    droppedBody: 'Kodenya sudah tidak diperlukan.',
    arrived: { SMS: 'Tiba di ponsel', EMAIL: 'Tiba di kotak surat' },
    arrivedAfter: (time: string) => `${time} setelah diminta`,
    reported: 'Menurut wajib pajak, atau karena kodenya dimasukkan.',
    waiting: (via: string) => `Menunggu ${via}`,
    heldByUs: 'Tertahan di sistem kami',
    heldByUsBody: 'belum diserahkan ke siapa pun; keluar sendiri begitu pengiriman kami jalan lagi',
    travelling: { SMS: 'Menuju ponsel', EMAIL: 'Menuju kotak surat' },
    noWord: {
      SMS: 'operator belum memberi kabar',
      EMAIL: 'penyedia email tidak memberi kabar tiba',
    },
    perhaps: { SMS: 'Mungkin sudah di ponsel', EMAIL: 'Mungkin sudah di kotak surat' },
    unheard: 'karena gangguan di sistem kami sendiri, laporan operator sedang tidak sampai ke kami',
    usual: (time: string) => `biasanya ${time}`,
    elapsed: (time: string) => `sudah ${time}`,
    entered: 'Dimasukkan dan cocok',
    notEntered: 'Belum dimasukkan',
    wrong: 'Dimasukkan, tidak cocok',
    wrongBody: (used: number, left: number) => `${used} kali; ${left} kesempatan lagi`,
    locked: 'Terkunci',
    lockedBody: (used: number) => `${used} kali tidak cocok`,
    lapsed: 'Masa berlaku lewat',
    replaced: 'Diganti',
    times: (count: number, last: string) => `${count} kali, terakhir ${last}`,
    route: (route: string) => `jalur ${route}`,
    state: {
      done: 'selesai',
      arrived: 'sampai',
      now: 'sedang di sini',
      late: 'di sini, lebih lama dari biasanya',
      held: 'tertahan',
      refused: 'berhenti di sini',
      ahead: 'belum',
    },
  },
  reason: {
    noRoute: 'belum ada jalur ke sana',
    connection: 'hubungan ke sana terganggu',
    tooFast: 'terlalu banyak pesan sekaligus',
    queueFull: 'antreannya penuh',
    mailboxFull: 'kotak suratnya penuh',
    unknownAddress: 'alamat atau nomornya tidak dikenal',
    distrust: 'dicurigai sebagai spam',
    unreachable: 'ponsel tidak terjangkau sampai waktunya habis',
    undeliverable: 'jaringan tidak dapat menyampaikannya',
  },
  say: {
    nothingAsked: () =>
      'Dalam catatan kami belum ada kode yang diminta. Kode dikirim setelah tombolnya ditekan di halaman portal.',
    matched: (_, { ref }) =>
      `Kode dengan ref ${ref} sudah dimasukkan dan cocok. Tidak ada yang perlu ditunggu.`,
    locked: (_, { ref }) =>
      `Kode dengan ref ${ref} terkunci karena kesempatannya habis. Mulai lagi dari langkah sebelumnya; kode baru akan dikirim.`,
    replaced: ({ because }, { ref }) =>
      ({
        return: `Kode dengan ref ${ref} tidak berlaku lagi karena SPT diubah sesudah kode diminta. Minta kode baru di halaman kirim SPT.`,
        address: `Kode dengan ref ${ref} tidak berlaku lagi karena alamatnya diganti. Pakai kode yang dikirim ke alamat baru.`,
        other: `Kode dengan ref ${ref} tidak berlaku lagi. Minta kode baru.`,
      })[because],
    ended: ({ at: end }, { ref, at }) =>
      `Masa berlaku kode dengan ref ${ref} habis ${at(end)}. Mulai lagi dari halaman asalnya; kode baru datang dari sana.`,
    lapsed: ({ at: end }, { ref, at }) => `Masa berlaku kode dengan ref ${ref} lewat ${at(end)}.`,
    arrived: ({ channel, at: time }, { ref, at }) =>
      `${message[channel]} dengan ref ${ref} sudah tiba di ${place[channel]} ${at(time)}.`,
    atMailbox: ({ via, at: time }, { ref, at }) =>
      `Email dengan ref ${ref} sudah diterima ${via} ${at(time)}; lihat juga folder spam.`,
    atCarrier: ({ via, at: time }, { ref, at }) =>
      `SMS dengan ref ${ref} sudah di ${via} sejak ${at(time)} dan sedang menuju ponsel.`,
    carrierSilent: ({ via, at: time }, { ref, at }) =>
      `SMS dengan ref ${ref} sudah di ${via} sejak ${at(time)}, tetapi ${via} belum memberi kabar. Pastikan ponsel mendapat sinyal.`,
    notHeard: ({ channel, via, at: time }, { ref, at }) =>
      `${message[channel]} dengan ref ${ref} sudah kami serahkan ke ${via} ${at(time)}. Laporan tibanya sedang tidak sampai ke kami: gangguannya di sistem kami sendiri, bukan di ${via}. Cari pesan dengan ref ${ref} sekarang; mungkin sudah tiba.`,
    postponed: ({ channel, via, until }, { ref, at }) =>
      `${via} sedang menunda ${amid[channel]} dengan ref ${ref}. Kami terus mencoba sampai ${at(until)}.`,
    notTaken: ({ channel, via, until }, { ref, at }) =>
      `${via} belum menerima ${amid[channel]} dengan ref ${ref}. Kami terus mencoba sampai ${at(until)}.`,
    heldByUs: ({ channel, until }, { ref, at }) =>
      `${message[channel]} dengan ref ${ref} tertahan di sistem kami sendiri, bukan di operator atau penyedia email. Pesannya keluar sendiri begitu pengiriman kami jalan lagi, dan kodenya berlaku sampai ${at(until)}; tidak perlu meminta lagi atau memakai saluran lain.`,
    justMade: ({ channel, via }, { ref }) =>
      `${message[channel]} dengan ref ${ref} baru dibuat dan sedang menuju ${via}.`,
    refused: ({ channel, via, reason }, { ref }) =>
      `${via} menolak ${amid[channel]} dengan ref ${ref}.${reason === null ? '' : ` ${reason}`}`,
    validUntil: ({ at: end }, { at }) => `Kode itu berlaku sampai ${at(end)}.`,
    wrongSoFar: ({ left }) =>
      `Yang dimasukkan tadi tidak cocok; ${left} kesempatan lagi. Cocokkan ref pada pesan dengan ref di layar.`,
    doNotWaitFor: ({ channel }) => `${message[channel]} tidak perlu ditunggu.`,
    resendAt: ({ at: time }, { at }) => `Kirim ulang bisa diminta mulai ${at(time)}.`,
    resendNow: () => 'Kirim ulang bisa diminta sekarang; kodenya tetap sama.',
    noMoreSends: () =>
      'Kode ini sudah dikirim sebanyak yang diperbolehkan; pesan mana pun yang tiba tetap berlaku.',
    newCodeAt: ({ at: time }, { at }) => `Kode baru bisa diminta mulai ${at(time)}.`,
  } satisfies Sentences as Sentences,
};

export type ServiceDeskTexts = typeof serviceDesk;
