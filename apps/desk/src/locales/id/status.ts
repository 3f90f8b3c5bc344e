export const status = {
  maintenance: 'Perawatan portal',
  announced: (from: string, to: string) => `Portal dirawat ${from} sampai ${to}.`,
  running: (to: string) => `Portal sedang dirawat sampai ${to}.`,
  meanwhile:
    'Draf tetap tersimpan; wajib pajak tidak bisa masuk, meminta kode, atau mengirim SPT. Meja layanan tetap buka.',
  since: (time: string) => `Sejak ${time}.`,
  estimate: (time: string) => `Perkiraan pulih ${time}.`,
  later: (time: string) => `Lebih lama dari perkiraan (${time}).`,
  say: 'Yang bisa Anda sampaikan',
};

export type StatusTexts = typeof status;
