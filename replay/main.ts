import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { step } from '../tools/lib/progress.ts';
import { fail } from '../tools/lib/refusal.ts';
import { makeUndo } from '../tools/lib/undo.ts';
import { askedToStop } from '../tools/start/signals.ts';
import { type Others, promisedBy } from './figures/acceptance.ts';
import { curvesOf } from './figures/curves.ts';
import { type Figures, figuresOf } from './figures/figures.ts';
import { median } from './figures/numbers.ts';
import { doubtOf, promisesOf, tableOf } from './figures/table.ts';
import { pageOf } from './page/page.ts';
import { openDatabases } from './run/databases.ts';
import { estimate, type Order, type PolicyName, type Run, replay } from './run/run.ts';
import { readWish, type Wish } from './wish.ts';

/** Alternating, so that a busy moment of the machine hits both. */
const BASELINE_RUNS = 3;

async function run(wish: Wish, undo: ReturnType<typeof makeUndo>): Promise<void> {
  const databases = await openDatabases(undo);
  const once = async (policy: PolicyName, incident: boolean): Promise<Run> => {
    const order: Order = { ...wish, policy, incident };
    const { databaseUrl, folder } = await databases.next();
    const what = `${wish.scenario.name}, ${policy}${incident ? '' : ', no incident'}`;
    console.error(`  … ${what}: about ${Math.round(estimate(order))} s`);
    const done = await step(`Replaying ${what}`, () => replay(order, databaseUrl, folder));
    console.log(JSON.stringify({ figure: 'replay', ...figuresOf(done) }));
    const doubt = doubtOf(figuresOf(done));
    if (doubt) console.error(`  ! ${doubt}`);
    return done;
  };

  const main: Run[] = [];
  for (const policy of wish.policies) main.push(await once(policy, true));
  const ours = main.find(({ order }) => order.policy === 'ours');
  const others = wish.baseline && ours ? await compareOthers(ours, once) : null;
  const figures = main.map(figuresOf);
  const promised = ours ? promisedBy(figuresOf(ours), others) : [];
  console.log(`\n${tableOf(figures)}\n\n${promisesOf(promised)}`);
  const file = path.join(wish.out, `${wish.scenario.name}-${wish.seed}.html`);
  const shown = main.map((one) => ({ figures: figuresOf(one), curves: curvesOf(one) }));
  writeFileSync(file, pageOf({ scenario: wish.scenario, runs: shown, promised }));
  console.log(`\n${file}`);
}

async function compareOthers(
  first: Run,
  once: (policy: PolicyName, incident: boolean) => Promise<Run>,
): Promise<Others> {
  const p95 = (all: Figures[]) =>
    median(all.flatMap((f) => (f.others_p95_s === null ? [] : [f.others_p95_s])));
  const incident = [figuresOf(first)];
  const baseline: Figures[] = [];
  for (let i = 0; i < BASELINE_RUNS; i += 1) {
    if (i > 0) incident.push(figuresOf(await once('ours', true)));
    baseline.push(figuresOf(await once('ours', false)));
  }
  return { incident: p95(incident), baseline: p95(baseline), runs: BASELINE_RUNS };
}

const undo = makeUndo();
try {
  const wish = readWish(process.argv.slice(2));
  await Promise.race([run(wish, undo), askedToStop()]);
  await undo.run();
  process.exit(0);
} catch (fault) {
  await undo.run();
  fail(fault);
}
