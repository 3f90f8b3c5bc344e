import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { capture } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';

const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';

/**
 * Chromium from an npm package (linux on x64 only), for a machine that reaches nothing but the registry. Unpacked below
 * .tools: its own choice is a fixed path in the temporary folder, which two users of one machine would fight over.
 */
export async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = path.join(root, '.tools', 'chromium');
  const entry = path.join(home, 'node_modules', PACKAGE);
  mkdirSync(path.join(home, 'unpacked'), { recursive: true });
  if (!existsSync(entry)) {
    console.log(`  … installing ${PACKAGE} ${VERSION} into .tools`);
    const options = ['--prefix', home, '--no-save', '--no-audit', '--no-fund'];
    const { code } = await capture('npm', ['install', ...options, `${PACKAGE}@${VERSION}`]);
    if (code !== 0) return undefined;
  }
  const main = pathToFileURL(path.join(entry, 'build', 'index.js')).href;
  const script = `import('${main}').then(async ({ default: c }) => console.log(await c.executablePath()))`;
  const { code, output } = await capture(process.execPath, ['-e', script], {
    env: { TMPDIR: path.join(home, 'unpacked') },
  });
  return code === 0 ? output.trim().split('\n').at(-1) : undefined;
}
