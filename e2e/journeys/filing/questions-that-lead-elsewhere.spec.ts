import { expect, test } from '../../fixtures.ts';

test('answers that lead to a 1770 S say so, open no draft, and are kept', async ({
  page,
  postOffice,
  taxpayer,
}) => {
  const { filing } = taxpayer;
  const bambang = await postOffice.person('bambang');
  await taxpayer.comeHome(bambang);
  await filing.begin(2024);
  await filing.answer([
    ['Usaha atau pekerjaan bebas', 'Tidak'],
    ['Suami atau istri', 'Tidak'],
    ['Penghasilan bruto', 'Lebih dari Rp60.000.000'],
  ]);
  await filing.title('Formulir Anda: 1770 S');
  await expect(page.getByText('Formulir 1770 S belum bisa diisi di sini.')).toBeVisible();
  await expect(page.getByText(/Tidak ada draf yang kami buat/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Isi SPT/ })).toHaveCount(0);

  await page.reload();
  await filing.title('Formulir Anda: 1770 S');
  await page.getByRole('main').getByRole('link', { name: 'Ke beranda' }).click();
  await taxpayer.isHome(bambang);
  await expect(page.getByRole('link', { name: /^Lanjutkan SPT/ })).toHaveCount(0);
  await filing.begin(2024);
  await filing.title('Formulir Anda: 1770 S');

  // Second thoughts: one answer changed, the others are still there.
  await page.getByRole('link', { name: 'Ubah: Penghasilan bruto' }).click();
  await expect(page.getByRole('radio', { name: /^Lebih dari/ })).toBeChecked();
  await filing.answer([
    ['Penghasilan bruto', 'Rp60.000.000 atau kurang'],
    ['Pemberi kerja', 'Lebih dari satu'],
  ]);
  await filing.title('Formulir Anda: 1770 S');
});
