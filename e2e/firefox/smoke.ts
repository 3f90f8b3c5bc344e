/**
 * One journey in Firefox, to see that nothing rests on Chromium alone (R51, R111): sign in and find one's own page.
 * Playwright drives only a Firefox of its own making; WebDriver BiDi drives the one people have.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { surroundings } from '../surroundings.ts';

type Person = { id: string; name: string; identifier: string; password: string };

async function find(id: string): Promise<Person> {
  const people = (await (await fetch(`${surroundings.postOffice}/people`)).json()) as Person[];
  const found = people.find((person) => person.id === id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}

/** The field that a label names. */
const field = (label: string) =>
  `::-p-xpath(//input[@id = //label[starts-with(normalize-space(), '${label}')]/@for])`;

async function signIn(page: Page, { identifier, password, name }: Person): Promise<void> {
  await page.goto(`${surroundings.portal}/sign-in`);
  await page.locator(field('NPWP atau NIK')).fill(identifier);
  await page.locator(field('Kata sandi')).fill(password);
  await page.locator('main form button[type=submit]').click();
  await page.locator(`::-p-xpath(//h1[contains(., '${name}')])`).wait();
}

const profile = mkdtempSync(path.join(tmpdir(), 'sampai-firefox-'));
const browser = await launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX_PATH ?? '',
  headless: true,
  userDataDir: profile,
  extraPrefsFirefox: { 'intl.accept_languages': 'id' },
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, await find('budi'));
  console.log('  ✓ Firefox: signed in and home');
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
