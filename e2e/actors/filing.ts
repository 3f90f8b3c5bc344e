import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A first question, by its page's title, and what one answers. */
type Answer = [title: string, option: string];

/** The answers of somebody with one employer and up to 60 million: they lead to the 1770 SS. */
const TO_1770_SS: Answer[] = [
  ['Usaha atau pekerjaan bebas', 'Tidak'],
  ['Suami atau istri', 'Tidak'],
  ['Penghasilan bruto', 'Rp60.000.000 atau kurang'],
  ['Pemberi kerja', 'Satu'],
];

/** The way of an annual return to its receipt, as a taxpayer goes it. */
export function makeFiling(page: Page) {
  const title = (name: string | RegExp) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  return {
    title,
    /** From one's own page to the first question. */
    async begin(year: number): Promise<void> {
      await page.getByRole('link', { name: `Mulai SPT ${year}` }).click();
    },
    async answer(answers: Answer[]): Promise<void> {
      for (const [question, option] of answers) {
        await title(question);
        await page.getByText(option, { exact: true }).click();
        await press('Lanjut');
      }
    },
    /** From one's own page to the first screen of a 1770 SS draft. */
    async open(year: number): Promise<void> {
      await this.begin(year);
      await this.answer(TO_1770_SS);
      await title('Formulir Anda: 1770 SS');
      await press(`Isi SPT 1770 SS ${year}`);
      await title('Penghasilan dari pekerjaan');
    },
    /** What is typed is safe on the server. */
    async isSaved(): Promise<void> {
      await expect(page.getByText(/^Tersimpan \d\d\.\d\d/)).toBeVisible();
    },
    /** From the first screen of a prefilled draft to the review, with something to own and something to owe. */
    async fillIn({ assets = '25000000', debts = '1500000' } = {}): Promise<void> {
      await title('Penghasilan dari pekerjaan');
      await press('Lanjut ke penghasilan final');
      await title('Penghasilan final dan bukan objek pajak');
      await press('Lanjut ke harta dan utang');
      await title('Harta dan utang');
      await page.getByLabel(/^Jumlah harta/).fill(assets);
      await page.getByLabel(/^Jumlah utang/).fill(debts);
      await press('Lanjut ke pemeriksaan');
      await title('Periksa sebelum dikirim');
    },
    /** From the review to the statement. */
    async review(): Promise<void> {
      await press('Lanjut ke pernyataan');
      await title('Pernyataan dan kode');
    },
    /** Accepts the statement and asks for a code; returns when that was, so that older messages are told apart. */
    async askForCode(channel: 'SMS' | 'EMAIL'): Promise<Date> {
      const [way, submit] =
        channel === 'SMS' ? ['SMS ke', 'Kirim kode lewat SMS'] : ['Email ke', 'Kirim kode lewat email'];
      await page.getByText('Setuju', { exact: true }).click();
      await page.getByText(way).click();
      const asked = new Date();
      await press(submit);
      await title(/^Masukkan kode untuk mengirim SPT/);
      return asked;
    },
    /** Types the code and sends; stays on whatever the portal answers. */
    async send(code: string): Promise<void> {
      await page.getByRole('textbox', { name: /^Kode dari/ }).fill(code);
      await press('Kirim SPT');
    },
    /** Sees the receipt; returns its number without the spaces it is read out with. */
    async receipt(): Promise<string> {
      await title('SPT Anda sudah sampai');
      return ((await page.getByText(/^\d{4}( \d{4}){4}$/).textContent()) ?? '').replaceAll(' ', '');
    },
  };
}
