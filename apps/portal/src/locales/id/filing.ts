import type { FindingCode } from '@sampai/tax-forms';

/** What a sentence about a finding may name: its field, a limit with its currency, another form. */
type FindingFacts = { field: string; limit: string; form: string };

/** Boxes of the 1721-A1 by their numbers of 2014 to 2023; later sheets number them differently. */
const box = (n: number, year: number) => (year <= 2023 ? `, kotak ${n}` : '');

/** Live findings, by the code under which packages/tax-forms finds them. */
const findings: Record<FindingCode, (facts: FindingFacts) => string> = {
  MISSING: ({ field }) => `Lengkapi ${field.charAt(0).toLowerCase()}${field.slice(1)}.`,
  UNKNOWN_FIELD: () => 'Isian ini tidak ada pada formulir. Muat ulang halaman.',
  MALFORMED: () => 'Isi dengan angka saja.',
  NEGATIVE: () => 'Isi dengan nol atau lebih.',
  NOT_WHOLE_RUPIAH: () => 'Isi dalam rupiah penuh, tanpa sen.',
  TOO_LONG: () => 'Jumlah ini terlalu besar. Isi paling banyak 15 angka.',
  NOT_A_STATUS: () => 'Pilih status dari daftar.',
  GROSS_ABOVE_LIMIT: ({ limit, form }) =>
    `Penghasilan bruto di atas ${limit}, jadi yang dipakai formulir ${form}. Periksa lagi angkanya.`,
  DEDUCTIONS_ABOVE_GROSS: () =>
    'Pengurangan lebih besar daripada penghasilan bruto. Periksa lagi bukti potong Anda.',
  WITHHELD_ABOVE_GROSS: () =>
    'PPh yang dipotong lebih besar daripada penghasilan bruto. Periksa lagi bukti potong Anda.',
  FINAL_TAX_ABOVE_BASE: () => 'PPh final lebih besar daripada penghasilannya. Periksa lagi kedua angka ini.',
};

export const filing = {
  steps: {
    label: 'Langkah SPT',
    done: 'selesai',
    position: (n: number, of: number) => `Langkah ${n} dari ${of}`,
    questions: 'Pertanyaan',
    income: 'Penghasilan',
    assets: 'Harta',
    review: 'Periksa',
    send: 'Kirim',
  },
  form: { '1770': '1770', '1770S': '1770 S', '1770SS': '1770 SS' },
  name: (form: string, year: number) => `SPT Tahunan ${form} · tahun pajak ${year}`,
  amendment: (n: number) => `Pembetulan ke-${n}`,
  back: 'Kembali',
  home: 'Ke beranda',
  change: 'Ubah',
  none: 'Tidak diisi',

  new: {
    year: {
      title: 'SPT tahun berapa?',
      lead: 'Pilih tahun pajaknya: tahun saat penghasilan itu Anda terima.',
      label: 'Tahun pajak',
      due: (date: string) => `Batas lapor ${date}`,
      missing: 'Pilih tahun pajak.',
      submit: 'Lanjut ke pertanyaan',
    },
    unanswered: 'Pilih salah satu jawaban.',
    submit: 'Lanjut',
    business: {
      title: 'Usaha atau pekerjaan bebas',
      label: (year: number) => `Apakah Anda menjalankan usaha atau pekerjaan bebas pada ${year}?`,
      hint: 'Usaha: toko, warung, usaha daring, UMKM. Pekerjaan bebas: dokter, notaris, konsultan, dan sejenisnya yang bekerja atas nama sendiri. Pegawai tidak tetap bukan keduanya.',
      options: { yes: 'Ya', no: 'Tidak' },
      short: 'Usaha atau pekerjaan bebas',
    },
    spouse: {
      title: 'Suami atau istri',
      label: () =>
        'Apakah Anda suami atau istri yang menjalankan kewajiban pajak terpisah (MT) atau pisah harta (PH)?',
      hint: 'MT: istri memilih melapor sendiri. PH: ada perjanjian pisah harta tertulis. Belum kawin, atau melapor sebagai satu keluarga: jawab Tidak.',
      options: { yes: 'Ya', no: 'Tidak' },
      short: 'Pajak terpisah dari suami atau istri',
    },
    gross: {
      title: 'Penghasilan bruto',
      label: (year: number) => `Berapa penghasilan bruto Anda sepanjang ${year}?`,
      hint: 'Jumlah sebelum dipotong apa pun. Pada bukti potong 1721-A1 tertulis sebagai jumlah penghasilan bruto.',
      options: {
        within: 'Rp60.000.000 atau kurang',
        above: 'Lebih dari Rp60.000.000',
      },
      optionHints: { within: 'Tepat Rp60.000.000 termasuk di sini.', above: '' },
      short: 'Penghasilan bruto',
    },
    employers: {
      title: 'Pemberi kerja',
      label: (year: number) => `Ada berapa pemberi kerja Anda pada ${year}?`,
      hint: 'Pindah kerja di tengah tahun berarti lebih dari satu. Dana pensiun dihitung sebagai pemberi kerja.',
      options: { none: 'Tidak ada', one: 'Satu', more: 'Lebih dari satu' },
      short: 'Pemberi kerja',
    },
    kept: 'Jawaban Anda tersimpan di peramban ini.',
    guide: {
      title: 'Formulir yang mana?',
      lead: 'Beberapa pertanyaan ini yang menentukan. Anda tidak perlu hafal namanya.',
      forms: [
        ['1770 SS', 'Satu pemberi kerja, bruto sampai Rp60 juta setahun.'],
        [
          '1770 S',
          'Lebih dari satu pemberi kerja, bruto di atas Rp60 juta, atau pajak suami istri terpisah.',
        ],
        ['1770', 'Punya usaha atau pekerjaan bebas.'],
      ],
    },
    form: {
      title: (form: string) => `Formulir Anda: ${form}`,
      lead: (year: number) => `Dari jawaban Anda untuk tahun pajak ${year}.`,
      answers: 'Jawaban Anda',
      open: (form: string, year: number) => `Isi SPT ${form} ${year}`,
      opening: 'Membuka draf…',
      ready: 'Sekitar lima menit.',
      readyBody:
        'Kami mengisi lebih dahulu yang sudah dilaporkan pemberi kerja Anda. Anda memeriksa, melengkapi harta dan utang, lalu mengirim.',
      notHere: (form: string) => `Formulir ${form} belum bisa diisi di sini.`,
      notHereBody: (due: string) =>
        `Tidak ada draf yang kami buat, dan jawaban Anda tersimpan di peramban ini. Sampaikan SPT Anda lewat kantor pajak atau e-Filing DJP paling lambat ${due}.`,
      notHereLate: (due: string) =>
        `Tidak ada draf yang kami buat, dan jawaban Anda tersimpan di peramban ini. Batas lapor ${due} sudah lewat; sampaikan SPT Anda secepatnya lewat kantor pajak atau e-Filing DJP.`,
      doubt: 'Ada jawaban yang keliru? Ubah di atas, formulirnya kami tentukan lagi.',
    },
  },

  lost: {
    title: 'SPT ini tidak ada pada akun Anda',
    lead: 'Alamatnya mungkin terpotong, atau SPT ini milik akun lain. Buka lagi dari beranda.',
  },

  saved: {
    at: (time: string) => `Tersimpan ${time}`,
    saving: 'Menyimpan…',
    slow: 'Menyimpan, lebih lama dari biasanya…',
    offline: 'Belum tersimpan, menunggu sambungan',
    failed: 'Belum tersimpan',
    now: 'Simpan sekarang',
    clash: 'Belum tersimpan, pilih isian dahulu',
    refused: 'Tidak tersimpan',
    again: 'Tersimpan lagi.',
    offlineSpoken: 'Sambungan terputus. Teruskan mengisi; kami simpan begitu tersambung lagi.',
    failedSpoken: 'Isian terakhir belum tersimpan. Kami terus mencoba; Anda bisa terus mengisi.',
  },

  clash: {
    title: 'Isian ini juga diubah di jendela lain.',
    body: 'Keduanya masih ada. Pilih yang benar; setelah itu kami simpan.',
    here: 'Di jendela ini',
    there: 'Di jendela lain',
    use: 'Pakai yang ini',
    spoken: (value: string, field: string) => `Pakai ${value} untuk ${field}`,
    empty: 'Kosong',
  },
  taken: {
    title: 'Ada isian dari jendela lain.',
    body: (field: string, from: string, to: string) => `${field}: ${from} menjadi ${to}.`,
    empty: 'kosong',
    seen: 'Mengerti',
  },

  field: {
    A1: {
      label: (_year: number) => 'Penghasilan bruto setahun',
      short: 'Penghasilan bruto',
      hint: (year: number) =>
        `Jumlah penghasilan bruto pada bukti potong${box(8, year)} ·\u00a0bagian\u00a0A.1`,
    },
    A2: {
      label: (_year: number) => 'Pengurangan',
      short: 'Pengurangan',
      hint: (year: number) =>
        `Jumlah pengurangan pada bukti potong${box(11, year)}: biaya jabatan dan iuran pensiun ·\u00a0bagian\u00a0A.2`,
    },
    ptkp: {
      label: (year: number) => `Status dan tanggungan pada 1 Januari ${year}`,
      short: 'Status dan tanggungan',
      hint: (_year: number) => 'Menentukan penghasilan tidak kena pajak (PTKP) ·\u00a0bagian\u00a0A.3',
    },
    A6: {
      label: (_year: number) => 'PPh yang sudah dipotong',
      short: 'PPh yang sudah dipotong',
      hint: (year: number) =>
        `PPh yang dipotong dan dilunasi pada bukti potong${box(20, year)} ·\u00a0bagian\u00a0A.6`,
    },
    B8: {
      label: (_year: number) => 'Penghasilan yang dikenai PPh final',
      short: 'Penghasilan final',
      hint: (_year: number) =>
        'Misalnya bunga deposito atau tabungan dan hadiah undian ·\u00a0bagian\u00a0B.8',
    },
    B9: {
      label: (_year: number) => 'PPh final yang terutang',
      short: 'PPh final',
      hint: (_year: number) => 'Biasanya sudah dipotong bank atau penyelenggara ·\u00a0bagian\u00a0B.9',
    },
    B10: {
      label: (_year: number) => 'Penghasilan yang bukan objek pajak',
      short: 'Bukan objek pajak',
      hint: (_year: number) =>
        'Misalnya warisan, hibah dari orang tua, atau santunan asuransi ·\u00a0bagian\u00a0B.10',
    },
    C11: {
      label: (year: number) => `Jumlah harta pada 31 Desember ${year}`,
      short: 'Jumlah harta',
      hint: (_year: number) =>
        'Rumah, kendaraan, tabungan, emas, dan lainnya, sebesar harga saat diperoleh ·\u00a0bagian\u00a0C.11',
    },
    C12: {
      label: (year: number) => `Jumlah utang pada 31 Desember ${year}`,
      short: 'Jumlah utang',
      hint: (_year: number) => 'Sisa pinjaman bank, kendaraan, atau lainnya ·\u00a0bagian\u00a0C.12',
    },
  },
  ptkp: {
    choose: 'Pilih status',
    marital: { TK: 'Belum kawin', K: 'Kawin', KI: 'Kawin, gabung' },
    dependants: (n: number) => (n === 0 ? 'tanpa tanggungan' : `${n} tanggungan`),
    help: 'Siapa yang dihitung?',
    helpBody:
      'Tanggungan: keluarga sedarah atau semenda dalam garis lurus dan anak angkat yang sepenuhnya Anda tanggung, paling banyak tiga. “Gabung” (K/I) berarti penghasilan istri dihitung bersama penghasilan suami.',
  },
  origin: {
    one: 'Diisi dari bukti potong',
    several: (n: number) => `Jumlah dari ${n} bukti potong`,
    numbers: 'Nomor bukti potong',
  },
  optional: 'Kosongkan bila tidak ada.',

  income: {
    title: 'Penghasilan dari pekerjaan',
    lead: 'Siapkan bukti potong 1721-A1 dari pemberi kerja Anda. Kami belum menerima bukti potong atas nama Anda untuk tahun ini.',
    leadFilled: (withholders: string) =>
      `Kami sudah mengisi dari bukti potong 1721-A1 yang dilaporkan ${withholders}. Ubah bila berbeda dengan lembar yang Anda pegang.`,
    severalTitle: (n: number) => `Ada bukti potong dari ${n} pemberi kerja.`,
    severalBody:
      'Bila keduanya memang pemberi kerja Anda, formulir yang tepat adalah 1770 S. Jawab ulang pertanyaannya bila perlu.',
    again: 'Jawab ulang pertanyaan',
    submit: 'Lanjut ke penghasilan final',
  },
  finalIncome: {
    title: 'Penghasilan final dan bukan objek pajak',
    lead: 'Hanya untuk dilaporkan: tidak mengubah pajak Anda. Banyak orang tidak memilikinya.',
    submit: 'Lanjut ke harta dan utang',
  },
  assets: {
    title: 'Harta dan utang',
    lead: (year: number) => `Cukup jumlahnya, pada akhir ${year}. Tidak mengubah pajak Anda.`,
    submit: 'Lanjut ke pemeriksaan',
  },
  saving: 'Menyimpan…',

  sums: {
    title: 'Hitungan sementara',
    final: 'Hitungan',
    A1: 'Penghasilan bruto',
    A2: 'Pengurangan',
    A3: 'PTKP',
    A4: 'Penghasilan kena pajak',
    A5: 'Pajak terutang',
    A6: 'Sudah dipotong',
    outcome: 'Hasil',
    open: 'Belum bisa dihitung',
    openBody: 'Isi penghasilan bruto dan status Anda; hasilnya langsung tampil di sini.',
    how: 'Dari mana angka ini?',
    howBody: (year: number) => [
      `PTKP menurut status Anda pada 1 Januari ${year}.`,
      'Penghasilan kena pajak: bruto dikurangi pengurangan dan PTKP, dibulatkan ke bawah ke ribuan rupiah.',
      `Pajak terutang: tarif Pasal 17 UU PPh untuk tahun pajak ${year}.`,
      'Dihitung di peramban ini saat Anda mengetik, dan sekali lagi oleh kami saat SPT dikirim, dengan hitungan yang sama.',
    ],
  },
  outcome: {
    NIL: {
      name: 'Nihil',
      short: 'Tidak ada pajak yang harus dibayar atau dikembalikan.',
      next: 'Setelah dikirim, tidak ada lagi yang perlu Anda lakukan.',
    },
    UNDERPAID: {
      name: 'Kurang bayar',
      short: 'Pajak yang dipotong lebih kecil daripada yang terutang.',
      next: (due: string) =>
        `Lunasi sebelum SPT dikirim, paling lambat ${due}: buat kode billing (jenis pajak 411125, setoran 200), bayar di bank atau kantor pos, dan simpan NTPN-nya. Pembayaran belum bisa dilakukan di portal ini.`,
      nextLate: (due: string) =>
        `Batas bayar ${due} sudah lewat. Lunasi sekarang, sebelum SPT dikirim: buat kode billing (jenis pajak 411125, setoran 200), bayar di bank atau kantor pos, dan simpan NTPN-nya. Pembayaran yang terlambat dikenai bunga, yang ditagih kantor pajak (UU KUP pasal 9). Pembayaran belum bisa dilakukan di portal ini.`,
    },
    OVERPAID: {
      name: 'Lebih bayar',
      short: 'Pajak yang dipotong lebih besar daripada yang terutang.',
      next: 'Kantor pajak meneliti kelebihannya, lalu menghubungi Anda tentang pengembalian. Simpan bukti potong aslinya.',
    },
  },

  findings,

  review: {
    title: 'Periksa sebelum dikirim',
    lead: 'Ini yang akan Anda kirim. Setelah dikirim, SPT hanya bisa diubah dengan pembetulan.',
    incomplete: (n: number) => (n === 1 ? 'Satu isian belum beres' : `${n} isian belum beres`),
    look: 'Lihat sekali lagi',
    late: (due: string) =>
      `Batas lapor ${due} sudah lewat. Tetaplah melapor; kantor pajak dapat menagih denda Rp100.000 (UU KUP pasal 7).`,
    sections: {
      A: 'Penghasilan dan pajak',
      B: 'Penghasilan final dan bukan objek pajak',
      C: 'Harta dan utang',
    },
    changeOf: (section: string) => `Ubah ${section}`,
    submit: 'Lanjut ke pernyataan',
    submitLater: 'Lanjut setelah isian beres',
  },

  statement: {
    title: 'Pernyataan dan kode',
    lead: 'SPT ditandatangani dengan pernyataan ini dan sebuah kode yang kami kirim ke Anda.',
    heading: 'Pernyataan',
    text: 'Dengan menyadari sepenuhnya akan segala akibatnya, termasuk sanksi sesuai ketentuan peraturan perundang-undangan yang berlaku, saya menyatakan bahwa apa yang saya beritahukan dalam SPT ini benar, lengkap, dan jelas.',
    accept: 'Setuju',
    acceptMissing: 'Beri tanda Setuju pada pernyataan.',
    channel: 'Ke mana kode dikirim?',
    channelMissing: 'Pilih ke mana kode dikirim.',
    underWay: (ref: string, ways: string) => `Kode untuk SPT ini sudah diminta: ${ways} (ref ${ref}).`,
    underWayBody: 'Setujui pernyataan ini di sini juga, lalu masukkan kode itu. Tidak ada yang dikirim lagi.',
    toCode: 'Lanjut ke kode',
    way: {
      SMS: (address: string) => `SMS ke ${address}`,
      EMAIL: (address: string) => `Email ke ${address}`,
    },
    health: {
      GREEN: 'lancar',
      AMBER: 'sedang lambat',
      RED: 'sedang terganggu',
      CLOSED: 'sedang tertutup',
    },
    /** If the one in trouble is wished for: another serves for nothing, another would cost, or there is none. */
    inTrouble: {
      moves: {
        SMS: (via: string) => `${via} sedang menahan pesan kami; bila dipilih, kode kami kirim lewat email.`,
        EMAIL: (via: string) => `${via} sedang menahan pesan kami; bila dipilih, kode kami kirim lewat SMS.`,
      },
      offered: {
        SMS: (via: string) => `${via} sedang menahan pesan kami; kode menunggu sampai jalurnya pulih.`,
        EMAIL: (via: string) =>
          `${via} sedang menahan pesan kami; kode menunggu sampai jalurnya pulih, SMS lebih cepat.`,
      },
      waits: {
        SMS: (via: string) =>
          `${via} sedang menahan pesan kami. Kode menunggu dan kami kirim sendiri begitu jalurnya pulih.`,
        EMAIL: (via: string) =>
          `${via} sedang menahan pesan kami. Kode menunggu dan kami kirim sendiri begitu jalurnya pulih.`,
      },
    },
    usual: (time: string) => `biasanya ${time}`,
    usualUnknown: 'waktu tiba belum terukur hari ini',
    free: 'gratis',
    price: (price: string) => `${price} dari pulsa Anda`,
    notYetLive: (via: string, address: string) =>
      `${via} (${address}) belum lulus uji pengiriman kode di sini.`,
    withdrawn: (via: string, address: string) =>
      `Kode lewat ${via} (${address}) sedang kami hentikan untuk sementara.`,
    closedBody: 'Pakai saluran lain di atas. Begitu jalurnya hidup, pilihan ini muncul sendiri.',
    acceptPrice: (price: string) => `Saya setuju membayar ${price} dari pulsa untuk SMS ini.`,
    acceptPriceMissing: 'Setujui biayanya, atau pilih saluran yang gratis.',
    noneTitle: 'Belum ada saluran yang bisa dipakai.',
    noneBody:
      'Kode hanya dikirim ke nomor atau alamat yang sudah Anda pastikan. Hubungi Kring Pajak 1500200 atau datang ke kantor pajak untuk memperbaruinya. Draf Anda tetap tersimpan.',
    submit: { SMS: 'Kirim kode lewat SMS', EMAIL: 'Kirim kode lewat email' },
    submitAny: 'Kirim kode',
    pending: 'Mengirim kode…',
    unsaved: 'Isian terakhir belum tersimpan, jadi kode belum bisa diminta.',
    unsavedBody: 'Kode berlaku untuk isian yang tersimpan. Tunggu tanda Tersimpan, lalu tekan lagi.',
    until: (time: string) => `Bisa dicoba lagi ${time}.`,
    back: 'Kembali ke pemeriksaan',
  },

  code: {
    title: (form: string, year: number) => `Masukkan kode untuk mengirim SPT ${form} ${year}`,
    lead: 'Dengan kode ini SPT terkirim. Kode berlaku untuk isian yang baru saja Anda periksa.',
    submit: 'Kirim SPT',
    again: 'Minta kode baru',
    changed: 'Isian SPT berubah setelah kode ini diminta.',
    changedBody: 'Kode hanya berlaku untuk isian saat diminta. Periksa lagi, lalu minta kode baru.',
    review: 'Periksa lagi isiannya',
    channels: 'Lihat saluran kontak',
  },

  receipt: {
    title: 'SPT Anda sudah sampai',
    lead: (form: string, year: number) => `SPT Tahunan ${form} tahun pajak ${year} kami terima.`,
    number: 'Nomor tanda terima (BPE)',
    rows: {
      at: 'Diterima',
      form: 'Formulir',
      year: 'Tahun pajak',
      status: 'Status',
      outcome: 'Hasil',
    },
    original: 'Normal',
    mailed: (address: string) => `Salinannya kami kirim ke ${address}.`,
    mailedNone: 'Anda belum punya alamat email yang dipastikan. Tanda terima ini tersimpan di sini.',
    kept: 'Tanda terima ini selalu bisa dibuka lagi dari beranda.',
    pdf: 'Unduh tanda terima (PDF)',
    nextTitle: 'Selanjutnya',
    verifyTitle: 'Siapa pun bisa memeriksa keasliannya',
    verifyBody: 'Dengan nomor di atas atau kode QR pada PDF, tanpa melihat data pribadi Anda.',
    verify: 'Buka pemeriksaan tanda terima',
    digest: 'Sidik isi SPT (SHA-256)',
    digestBody:
      'Dihitung dari isi SPT yang Anda kirim dan tercetak pada PDF. Isi yang berubah satu rupiah saja menghasilkan sidik yang lain.',
    content: 'Isi yang dikirim',
    underpaidNext: (balance: string) =>
      `Bila ${balance} belum dilunasi, bayarlah sekarang dengan kode billing (411125, setoran 200) dan simpan NTPN-nya. Pembayaran yang terlambat dikenai bunga.`,
  },
};

export type FilingTexts = typeof filing;
export type FieldCode = keyof FilingTexts['field'];
