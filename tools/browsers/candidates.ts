import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { show } from '../lib/exec.ts';

/** Whether this browser is there and starts (a downloaded one may lack system libraries). */
export function works(file: string): boolean {
  return (
    existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  );
}

export const SYSTEM_CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const SYSTEM_FIREFOXES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/**
 * Installs Debian packages where we are root and Debian is what we are on. Waits for a package manager that is busy
 * instead of failing at once.
 */
export async function installFromDebian(...packages: string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`  … installing ${packages.join(' ')} with apt-get`);
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await show('apt-get', ['update', ...options], { env });
  await show('apt-get', ['install', '-y', '--no-install-recommends', ...options, ...packages], { env });
}
