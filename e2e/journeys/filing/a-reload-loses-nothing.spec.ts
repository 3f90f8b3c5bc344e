import { activated, freeSms } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('a reload in the middle of any step loses nothing that was saved (R108)', async ({
  page,
  postOffice,
  somebody,
  taxpayer,
}) => {
  const { filing } = taxpayer;
  const person = await somebody(activated, freeSms);
  await taxpayer.comeHome(person);
  await filing.begin(2024);
  await filing.answer([['Usaha atau pekerjaan bebas', 'Tidak']]);
  await filing.title('Suami atau istri');
  await page.reload();
  await filing.answer([
    ['Suami atau istri', 'Tidak'],
    ['Penghasilan bruto', 'Rp60.000.000 atau kurang'],
    ['Pemberi kerja', 'Satu'],
  ]);
  await filing.title('Formulir Anda: 1770 SS');
  await page.reload();
  await page.getByRole('button', { name: 'Isi SPT 1770 SS 2024' }).click();

  await filing.title('Penghasilan dari pekerjaan');
  const withheld = page.getByLabel('PPh yang sudah dipotong');
  await withheld.fill('12000');
  await filing.isSaved();
  await page.reload();
  await expect(withheld).toHaveValue('12.000');
  await filing.fillIn({ assets: '31000000', debts: '400000' });
  await page.reload();
  await filing.title('Periksa sebelum dikirim');
  await expect(page.getByRole('main')).toContainText('Rp31.000.000');

  await page.goto('/');
  await page.getByRole('link', { name: 'Lanjutkan SPT 2024' }).click();
  await filing.fillIn({ assets: '31000000', debts: '400000' });
  await filing.review();
  const asked = await filing.askForCode('SMS');
  await page.reload();
  await filing.send(await postOffice.codeFor(person.phone ?? '', asked));
  const number = await filing.receipt();
  await page.reload();
  expect(await filing.receipt()).toBe(number);
});
