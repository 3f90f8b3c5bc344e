import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from '../../codegen.ts';
import { registrySource } from '../../packages/carriers/src/write-registry.ts';
import { editionsModule } from '../../packages/tax-forms/generate-editions.ts';
import { root } from '../lib/paths.ts';
import { routeTree } from './routes.ts';

/** A file that is made, not written; committed all the same, so that a checkout reads and builds without tools. */
export type GeneratedFile = { file: string; content: string };

/** Every generated file as it should be now. Writes nothing. */
async function generatedFiles(): Promise<GeneratedFile[]> {
  const outputs = (await generate({ ...config, cwd: root }, false)) as {
    filename: string;
    content: string;
  }[];
  const graphql = outputs.map(({ filename, content }) => ({ file: path.resolve(root, filename), content }));
  const editions = { file: 'packages/tax-forms/src/forms/editions.gen.ts', content: editionsModule() };
  const carriers = { file: 'packages/carriers/src/registry.gen.ts', content: registrySource() };
  const routes = { file: 'apps/portal/src/routeTree.gen.ts', content: await routeTree() };
  return [
    ...graphql,
    ...[editions, carriers, routes].map((made) => ({ ...made, file: path.join(root, made.file) })),
  ];
}

/** Those whose content on disk differs, or that are missing. */
export async function staleFiles(): Promise<GeneratedFile[]> {
  const files = await generatedFiles();
  return files.filter(({ file, content }) => !existsSync(file) || readFileSync(file, 'utf8') !== content);
}
