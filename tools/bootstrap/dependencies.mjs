import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { done, run } from './child.mjs';
import { needRoom, root } from './place.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.installed'); // inside: who removes node_modules removes it too

/**
 * `pnpm install --frozen-lockfile`, unless what decides its outcome is unchanged since the last one that succeeded.
 * @param {NodeJS.ProcessEnv} env @param {string} pnpm
 */
export async function installDependencies(env, pnpm) {
  const packages = workspacePackages();
  const key = fingerprint(packages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key && packages.every(isInstalled)) return;
  const since = performance.now();
  console.error('  … Installing the dependencies');
  if (!existsSync(modules)) needRoom(1500);
  rmSync(stamp, { force: true });
  const options = ['--frozen-lockfile', '--prod=false', '--reporter=append-only', '--loglevel=error'];
  // CI: pnpm asks no questions then. NODE_ENV=production would leave the build tools out.
  const { NODE_ENV: _, ...rest } = env;
  await run(
    [pnpm],
    ['install', ...options],
    { ...rest, CI: 'true' },
    'The dependencies could not be installed',
  );
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, key);
  done('Dependencies', since);
}

/** The folders of the workspace, the root as ''. */
function workspacePackages() {
  const below = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(folder, name)),
  );
  return ['', ...below, 'e2e', 'bench'].filter((folder) =>
    existsSync(path.join(root, folder, 'package.json')),
  );
}

/** @param {string} folder */
function isInstalled(folder) {
  return existsSync(path.join(root, folder, 'node_modules'));
}

/** @param {string[]} packages */
function fingerprint(packages) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${root}\n`);
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...packages.map((folder) => path.join(folder, 'package.json')),
  ];
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}
