/** `npm test`: everything that must hold, in one go. Its last line is `N passed, N failed`. */

import { runGates } from './gates/index.ts';
import { explain } from './lib/refusal.ts';
import { makeUndo } from './lib/undo.ts';
import { askedToStop, Stopped } from './start/signals.ts';
import { runJourneys } from './test/e2e.ts';
import { runFirefox } from './test/firefox.ts';
import { makeTestFolder, removeTestFolder } from './test/folder.ts';
import { add, failureList, gateLine, lastLine, NOTHING, ONE_FAILURE, type Tally } from './test/report.ts';
import { startTestStack } from './test/stack.ts';
import { runVitest } from './test/vitest.ts';

const undo = makeUndo();

export default async function test(): Promise<number> {
  const total = await Promise.race([runAll(), askedToStop()]);
  await undo.run();
  if (total instanceof Stopped) return 130;
  const failed = failureList(total);
  if (failed) console.log(failed);
  console.log(`\n${lastLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function runAll(): Promise<Tally> {
  let total = await stage('Checks of the sources', gates);
  total = add(total, await stage('Unit, database and API tests', vitest));
  // Both browsers go through the same running Sampai.
  const stack = await startTestStack(undo, 'e2e').catch((error: unknown) => {
    console.error(explain(error) ?? error);
    return undefined;
  });
  if (!stack) return add(total, ONE_FAILURE);
  total = add(total, await stage('Journeys in Chromium', () => runJourneys(stack, [])));
  return add(total, await stage('Journey in Firefox', () => runFirefox(stack)));
}

/** Runs one stage and says how it went. One that breaks down counts as a failure and keeps no other from running. */
async function stage(name: string, run: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n${name}`);
  const since = performance.now();
  const tally = await run().catch((error: unknown) => {
    const why = explain(error) ?? String(error);
    console.error(explain(error) ?? error);
    return { ...ONE_FAILURE, failures: [`${name}\n${why}`] };
  });
  console.log(`${name}: ${lastLine(tally)} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  return tally;
}

async function gates(): Promise<Tally> {
  let tally = NOTHING;
  await runGates((gate, faults, seconds) => {
    console.log(gateLine(gate.name, faults, seconds));
    tally = add(tally, faults.length === 0 ? { ...NOTHING, passed: 1 } : ONE_FAILURE);
  });
  return tally;
}

async function vitest(): Promise<Tally> {
  const folder = await makeTestFolder('vitest');
  try {
    return await runVitest(folder);
  } finally {
    await removeTestFolder(folder);
  }
}
