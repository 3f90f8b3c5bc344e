import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../browsers/chromium.ts';
import { show } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';
import type { Stack } from '../stack/index.ts';
import { add, NOTHING, ONE_FAILURE, type Tally } from './report.ts';

/** What journeys need to know of the Sampai they run against. */
export function surroundingsOf({ settings }: Stack): NodeJS.ProcessEnv {
  const { portal, desk, postOffice } = settings.origins;
  return { SAMPAI_PORTAL: portal, SAMPAI_DESK: desk, SAMPAI_POST_OFFICE: postOffice };
}

/** Runs the journeys in Chromium; `filter` as Playwright takes it. */
export async function runJourneys(stack: Stack, filter: string[]): Promise<Tally> {
  const folder = path.join(root, 'e2e');
  const report = path.join(stack.settings.dataDir, 'journeys.json');
  mkdirSync(path.dirname(report), { recursive: true });
  const env = {
    ...surroundingsOf(stack),
    CHROMIUM_PATH: await findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_HTML_OPEN: 'never',
  };
  const program = path.join(folder, 'node_modules', '.bin', 'playwright');
  const code = await show(program, ['test', ...filter], { cwd: folder, env });
  const tally = tallyOf(report, code);
  if (tally.failed > 0) keepLogs(stack);
  return tally;
}

/** What the processes said stays beside the pictures of where it failed; the data folder itself goes. */
function keepLogs({ logDir }: Stack): void {
  const kept = path.join(root, 'e2e', 'test-results', 'logs');
  cpSync(logDir, kept, { recursive: true });
  console.error(`  The logs of API, worker and post office: ${kept}`);
}

type Suite = { suites?: Suite[]; specs?: { title: string; file: string; line: number; ok: boolean }[] };
type Report = Suite & {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

function tallyOf(file: string, code: number): Tally {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const { stats, errors } = read;
    const tally = {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      failures: failuresIn(read),
    };
    return tally.failed === 0 && (code !== 0 || errors.length > 0) ? add(tally, ONE_FAILURE) : tally;
  } catch {
    return code === 0 ? NOTHING : ONE_FAILURE; // Playwright did not come as far as its report
  }
}

/** Their titles only: pictures and the story of each lie in the folder of its results. */
function failuresIn({ suites = [], specs = [] }: Suite): string[] {
  const here = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return [...here, ...suites.flatMap(failuresIn)];
}
