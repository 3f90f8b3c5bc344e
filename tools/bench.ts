/** `npm run bench -- <name>`: one figure, as one JSON line. docs/figures.md keeps them, with the machine they are from. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { show } from './lib/exec.ts';
import { root } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { Refusal } from './lib/refusal.ts';
import { generateClient } from './stack/build.ts';

export default async function bench([name = '', ...args]: string[]): Promise<number> {
  const file = path.join(root, 'bench', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(path.join(root, 'bench')).flatMap(
      (entry) => entry.match(/^(.+)\.ts$/)?.[1] ?? [],
    );
    throw new Refusal(`Say which figure: npm run bench -- ${known.join(' | ')}`);
  }
  await step('Generating the database client', generateClient);
  return show(process.execPath, [file, ...args]);
}
