import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { staleFiles } from '../codegen/outputs.ts';
import { composeSchema } from '../codegen/schema.ts';
import { capture } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';
import { generateClient } from '../stack/build.ts';
import { architectureFaults } from './architecture.ts';

/** A check of the sources as they stand. `run` returns what is wrong, in sentences; nothing when all is well. */
export type Gate = { name: string; run(): Promise<string[]> };

/** A gate that is the exit code of programs, run one after the other. */
function program(name: string, ...programs: [file: string, ...args: string[]][]): Gate {
  const run = async () => {
    const faults: string[] = [];
    for (const [file, ...args] of programs) {
      const { code, output } = await capture(file, args);
      if (code !== 0) faults.push(output.trim());
    }
    return faults;
  };
  return { name, run };
}

async function staleGeneratedFiles(): Promise<string[]> {
  const stale = await staleFiles();
  return stale.map(({ file }) => `${path.relative(root, file)} is out of date: npm run codegen`);
}

/** What clients were promised (contract.graphql) must go on working, whatever is added. */
async function brokenPromises(): Promise<string[]> {
  const promised = buildSchema(readFileSync(path.join(root, 'apps', 'api', 'contract.graphql'), 'utf8'));
  const changes = findBreakingChanges(promised, buildSchema(composeSchema('portal')));
  return changes.map(({ description }) => description);
}

/** Every gate, the quick ones first. */
const GATES: Gate[] = [
  { name: 'The public contract is kept', run: brokenPromises },
  { name: 'Generated files are fresh', run: staleGeneratedFiles },
  { name: 'Every import keeps to the house', run: architectureFaults },
  program('Format and lint', [
    'biome',
    'check',
    '--colors=off',
    '--max-diagnostics=20',
    '--error-on-warnings',
  ]),
  program('No dead code', ['knip', '--no-progress', '--no-config-hints']),
  program('Types', ['turbo', 'run', 'typecheck', '--output-logs=errors-only'], ['tsc', '--noEmit']),
];

/** Runs the gates side by side, `atOnce` at a time, telling `report` as each is done. */
export async function runGates(
  report: (gate: Gate, faults: string[], seconds: number) => void,
  atOnce = 2,
): Promise<void> {
  await generateClient(); // types of the database are made, not committed
  const waiting = [...GATES];
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const since = performance.now();
      const faults = await gate.run().catch((error: unknown) => [String(error)]);
      report(gate, faults, (performance.now() - since) / 1000);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
