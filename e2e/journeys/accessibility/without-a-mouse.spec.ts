import { activated, freeSms } from '../../actors/crowd.ts';
import { makeKeyboard } from '../../actors/keyboard.ts';
import { expect, test } from '../../fixtures.ts';

test('signing in and filing a 1770 SS, by keyboard alone', async ({
  page,
  postOffice,
  somebody,
  taxpayer: { filing, isHome },
}) => {
  const person = await somebody(activated, freeSms);
  const keyboard = makeKeyboard(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await page.goto('/sign-in');
  await filing.title('Masuk');
  await keyboard.press(page.getByRole('link', { name: 'Langsung ke isi' }));
  await expect(page.getByRole('main')).toBeFocused();
  await keyboard.type(page.getByLabel('NPWP atau NIK'), person.identifier);
  await keyboard.type(page.getByLabel('Kata sandi', { exact: true }), person.password ?? '');
  await page.keyboard.press('Enter');
  await isHome(person);

  await keyboard.press(page.getByRole('link', { name: 'Mulai SPT 2024' }));
  for (const [title, nth] of [
    ['Usaha atau pekerjaan bebas', 1],
    ['Suami atau istri', 1],
    ['Penghasilan bruto', 0],
    ['Pemberi kerja', 1],
  ] as const) {
    await filing.title(title);
    await keyboard.choose(nth);
    await keyboard.press(button('Lanjut'));
  }
  await filing.title('Formulir Anda: 1770 SS');
  await keyboard.press(button('Isi SPT 1770 SS 2024'), 'Space');

  await filing.title('Penghasilan dari pekerjaan');
  const status = page.getByRole('button', { name: /Status dan tanggungan/ });
  await keyboard.press(status);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(status).toBeFocused();
  await keyboard.press(button('Lanjut ke penghasilan final'));
  await filing.title('Penghasilan final dan bukan objek pajak');
  await keyboard.press(button('Lanjut ke harta dan utang'));
  await filing.title('Harta dan utang');
  await keyboard.type(page.getByLabel(/^Jumlah harta/), '14000000');
  await page.keyboard.press('Enter');
  await filing.title('Periksa sebelum dikirim');
  await keyboard.press(button('Lanjut ke pernyataan'));

  await filing.title('Pernyataan dan kode');
  await keyboard.press(page.getByRole('checkbox', { name: 'Setuju' }), 'Space');
  await keyboard.reach(page.getByRole('radio', { checked: true }));
  const asked = new Date();
  await keyboard.press(page.getByRole('button', { name: /^Kirim kode lewat/ }));
  await filing.title(/^Masukkan kode/);
  const code = await Promise.any(
    [person.phone, person.email].map((address) => postOffice.codeFor(address ?? '', asked)),
  );
  await keyboard.type(page.getByRole('textbox', { name: /^Kode dari/ }), code);
  await page.keyboard.press('Enter');
  await filing.receipt();
});
