import { installFromDebian, SYSTEM_FIREFOXES, works } from './candidates.ts';

/** A Firefox for tests: the one of FIREFOX_PATH or of the system, or Debian's, installed now as root. */
export async function findFirefox(): Promise<string | undefined> {
  const candidates = [process.env.FIREFOX_PATH ?? '', ...SYSTEM_FIREFOXES];
  const here = candidates.find(works);
  if (here) return here;
  await installFromDebian('firefox-esr');
  return candidates.find(works);
}
