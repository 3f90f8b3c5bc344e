/**
 * `npm run bench -- web`: the weight of the portal's first page (JS and CSS, gzip, kB of 1000 bytes), and Lighthouse's
 * scores of three pages (median of 3, desktop preset), on the production build against a running Sampai of its own.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium } from '../tools/browsers/chromium.ts';
import { root } from '../tools/lib/paths.ts';
import { makeUndo } from '../tools/lib/undo.ts';
import { startTestStack } from '../tools/test/stack.ts';
import { printFigure } from './lib/figure.ts';
import { signIn } from './lib/session.ts';

const RUNS = 3;
const dist = path.join(root, 'apps', 'portal', 'dist');

type Result = { performance: number; accessibility: number; assets: string[] };

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function judge(url: string, port: number, cookie: string): Promise<Result> {
  const flags = {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
  } as const;
  const headers = cookie ? { extraHeaders: { Cookie: cookie } } : {};
  const run = await lighthouse(
    url,
    { ...flags, onlyCategories: [...flags.onlyCategories], ...headers },
    desktopConfig,
  );
  if (!run || run.lhr.runtimeError)
    throw new Error(`Lighthouse failed on ${url}: ${run?.lhr.runtimeError?.message}`);
  const { categories, audits } = run.lhr;
  const details = audits['network-requests']?.details as unknown as {
    items: { url: string; resourceType: string }[];
  };
  const assets = details.items.filter(({ resourceType }) => ['Script', 'Stylesheet'].includes(resourceType));
  return {
    performance: categories.performance?.score ?? 0,
    accessibility: categories.accessibility?.score ?? 0,
    assets: assets.map((asset) => new URL(asset.url).pathname),
  };
}

/** The gzip size of built files in kB. */
function weigh(assets: string[]): number {
  const bytes = [...new Set(assets)].map(
    (asset) => gzipSync(readFileSync(path.join(dist, asset)), { level: 9 }).length,
  );
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

const undo = makeUndo();
try {
  const stack = await startTestStack(undo, 'bench');
  const { portal } = stack.settings.origins;
  const { cookie, returnId } = await signIn(stack.settings.origins);
  const chromeFlags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
  ];
  const chrome = await launch({ chromePath: await findChromium(), chromeFlags, logLevel: 'error' });
  undo.add(() => chrome.kill());
  const pages = { signIn: '/sign-in', activation: '/activation', filing: `/filing/${returnId}` };
  const figures: Record<string, { performance: number; accessibility: number }> = {};
  let firstPageKb = 0;
  for (const [name, at] of Object.entries(pages)) {
    const runs: Result[] = [];
    for (let n = 0; n < RUNS; n += 1) {
      runs.push(await judge(`${portal}${at}`, chrome.port, name === 'filing' ? cookie : ''));
    }
    const score = (of: 'performance' | 'accessibility') => median(runs.map((run) => run[of]));
    figures[name] = { performance: score('performance'), accessibility: score('accessibility') };
    if (name === 'signIn') firstPageKb = weigh(runs.flatMap(({ assets }) => assets));
  }
  printFigure('web', { firstPageKb, lighthouse: figures });
} finally {
  await undo.run();
}
