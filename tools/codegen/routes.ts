import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.ts';

type RouterGenerator = {
  Generator: new (options: { root: string; config: object }) => { run(): Promise<void> };
  getConfig(config: object, root: string): object;
};

const portal = path.join(root, 'apps', 'portal');

/**
 * The portal's route tree as its route files have it now. The generator writes beside what it reads, and rewrites that,
 * too: it gets a copy.
 */
export async function routeTree(): Promise<string> {
  const copy = mkdtempSync(path.join(tmpdir(), 'sampai-routes-'));
  try {
    cpSync(path.join(portal, 'src', 'routes'), path.join(copy, 'src', 'routes'), { recursive: true });
    const { Generator, getConfig } = await loadGenerator();
    const generatedRouteTree = path.join(copy, 'src', 'routeTree.gen.ts');
    const wish = { target: 'react', quoteStyle: 'single', semicolons: true, disableLogging: true }; // as in its vite.config.ts
    const config = getConfig(
      { ...wish, routesDirectory: path.join(copy, 'src', 'routes'), generatedRouteTree },
      copy,
    );
    await new Generator({ root: copy, config }).run();
    return readFileSync(generatedRouteTree, 'utf8');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The very generator that the portal's build uses: a dependency of its router plugin. */
async function loadGenerator(): Promise<RouterGenerator> {
  const fromPortal = createRequire(path.join(portal, 'package.json'));
  const fromPlugin = createRequire(fromPortal.resolve('@tanstack/router-plugin'));
  const home = path.dirname(fromPlugin.resolve('@tanstack/router-generator/package.json'));
  return (await import(pathToFileURL(path.join(home, 'dist', 'esm', 'index.js')).href)) as RouterGenerator;
}
