/** `npm run codegen`: brings the generated files up to date. `npm run check` says when they are not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { staleFiles } from './codegen/outputs.ts';
import { root } from './lib/paths.ts';

export default async function codegen(): Promise<number> {
  const stale = await staleFiles();
  for (const { file, content } of stale) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`written: ${path.relative(root, file)}`);
  }
  if (stale.length === 0) console.log('Every generated file is up to date.');
  return 0;
}
