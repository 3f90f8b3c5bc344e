export const contactChannels = {
  title: 'Saluran kontak',
  lead: 'Ke sini kode dan tanda terima dikirim. Yang belum dipastikan belum dipakai.',
  confirmedLabel: 'Sudah dipastikan',
  confirmed: { SMS: 'Nomor dipastikan', EMAIL: 'Alamat dipastikan' },
  waits: {
    SMS: (address: string) => `Nomor ${address} belum dipastikan`,
    EMAIL: (address: string) => `Alamat ${address} belum dipastikan`,
  },
  empty: 'Belum ada nomor atau alamat.',
  emptyBody:
    'Kode tidak dapat dikirim kepada Anda. Hubungi Kring Pajak 1500200 atau datang ke kantor pajak untuk mendaftarkannya.',
  home: 'Ke beranda',
  submit: { SMS: 'Pastikan nomor ini', EMAIL: 'Pastikan alamat ini' },
  ask: { SMS: 'Kirim kode lewat SMS · gratis', EMAIL: 'Kirim kode lewat email · gratis' },
  sending: 'Mengirim…',
  backAt: (time: string) => `Bisa dicoba lagi pukul ${time}.`,
};

export type ContactChannelsTexts = typeof contactChannels;
