/**
 * One journey in Firefox, to see that nothing rests on Chromium alone (R51, R111): sign in, file a 1770 SS, hold the
 * receipt. Playwright drives only a Firefox of its own making; WebDriver BiDi drives the one people have.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { findPerson, makePerson, receiveCode } from './person.ts';

const YEAR = 2021; // the journeys in Chromium leave this one alone

const profile = mkdtempSync(path.join(tmpdir(), 'sampai-firefox-'));
const browser = await launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX_PATH ?? '',
  headless: true,
  userDataDir: profile,
  extraPrefsFirefox: { 'intl.accept_languages': 'id' },
});
const page = await browser.newPage();
page.setDefaultTimeout(30_000);
try {
  const person = makePerson(page);
  const budi = await findPerson('budi');

  await person.go('/sign-in');
  await person.fill('NPWP atau NIK', budi.identifier);
  await person.fill('Kata sandi', budi.password ?? '');
  await person.press('Masuk');
  await person.sees(budi.name);

  await person.go('/filing/new');
  await person.choose(`${YEAR}`);
  await person.press('Lanjut ke pertanyaan');
  for (const answer of ['Tidak', 'Tidak', 'Rp60.000.000 atau kurang', 'Satu']) {
    await person.choose(answer);
    await person.press('Lanjut');
  }
  await person.press(`Isi SPT 1770 SS ${YEAR}`);
  await person.press('Lanjut ke penghasilan final');
  await person.press('Lanjut ke harta dan utang');
  await person.fill('Jumlah harta', '25000000');
  await person.fill('Jumlah utang', '0');
  await person.press('Lanjut ke pemeriksaan');
  await person.press('Lanjut ke pernyataan');
  await person.choose('Setuju');
  await person.choose('Email ke');
  const since = new Date();
  await person.press('Kirim kode lewat email');
  await person.fill('Kode dari email', await receiveCode(budi.email ?? '', since));
  await person.press('Kirim SPT');
  await person.sees('SPT Anda sudah sampai');
  console.log('  ✓ Firefox: signed in, filed, and holds the receipt');
} catch (error) {
  const picture = path.join(import.meta.dirname, '..', 'test-results', 'firefox.png');
  mkdirSync(path.dirname(picture), { recursive: true });
  await page.screenshot({ path: picture }).catch(() => {});
  console.error(`  ✗ Firefox came as far as ${page.url()}; see ${picture}`);
  throw error;
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
