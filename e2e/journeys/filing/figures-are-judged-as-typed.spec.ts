import { expect, test } from '../../fixtures.ts';

test('figures are said to be wrong where they stand, and live sums follow them', async ({
  accessible,
  page,
  postOffice,
  taxpayer: { filing, shortcuts },
}) => {
  const lina = await postOffice.person('lina');
  await shortcuts.openDraft(lina, 2024);
  const work = page.getByRole('main');
  await expect(page.getByText('Diisi dari bukti potong').first()).toBeVisible();
  await expect(work).toContainText('Lebih bayarRp45.000');
  await page.getByLabel('PPh yang sudah dipotong').fill('0');
  await expect(work).toContainText('Nihil');

  // Doubtful is said and does not stop; wrong stops.
  const [gross, deductions] = [page.getByLabel('Penghasilan bruto setahun'), page.getByLabel('Pengurangan')];
  await deductions.fill('99000000');
  await expect(deductions).toHaveAccessibleDescription(/Pengurangan lebih besar daripada penghasilan bruto/);
  await gross.fill('60000001');
  await page.getByRole('button', { name: 'Lanjut ke penghasilan final' }).click();
  const summary = page.getByRole('alert').first();
  await expect(summary).toContainText('Penghasilan bruto di atas Rp60.000.000');
  await expect(summary).toBeFocused();
  await accessible(page);
  await summary.getByRole('link').click();
  await expect(gross).toBeFocused();
  await gross.fill('60000000');
  await deductions.fill('3000000');
  await page.getByRole('button', { name: 'Lanjut ke penghasilan final' }).click();
  await filing.title('Penghasilan final dan bukan objek pajak');
});
