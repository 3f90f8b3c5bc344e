import { findFirefox } from '../browsers/firefox.ts';
import { show } from '../lib/exec.ts';
import type { Stack } from '../stack/index.ts';
import { surroundingsOf } from './e2e.ts';
import { NOTHING, ONE_FAILURE, type Tally } from './report.ts';

/** The smoke journey in Firefox; loudly skipped where there is none. */
export async function runFirefox(stack: Stack): Promise<Tally> {
  const firefox = await findFirefox();
  if (!firefox) {
    console.log('\n  !! SKIPPED: the Firefox journey did not run. Install Firefox, or set FIREFOX_PATH.\n');
    return { ...NOTHING, skipped: 1 };
  }
  const env = { ...surroundingsOf(stack), FIREFOX_PATH: firefox };
  const code = await show(process.execPath, ['e2e/firefox/smoke.ts'], { env });
  return code === 0 ? { ...NOTHING, passed: 1 } : ONE_FAILURE;
}
