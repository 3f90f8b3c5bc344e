import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeUndo } from '../../tools/lib/undo.ts';
import { endure } from './endure.ts';
import { FAULTS, type Fault } from './faults.ts';
import { openStage, type Stage } from './stage.ts';

const TIMING = { perSecond: 50, beforeMs: 1_000, afterMs: 1_000 };
const RESUMES_WITHIN_S = 35;
const MINUTES_3 = 180_000;

const undo = makeUndo();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(undo);
}, MINUTES_3);
afterAll(() => undo.run(), MINUTES_3);

/** One after the other while people go on asking: leases are waited for once. */
function inARow(...names: string[]): Fault {
  const faults = FAULTS.filter(({ name }) => names.includes(name));
  return {
    name: names.join(', '),
    async strike(hurt) {
      for (const { strike } of faults) {
        await strike(hurt);
        await wait(500);
      }
    },
  };
}

it(
  'no promised code is lost and none comes more than once too often, whatever of workers, PostgreSQL and wires is cut off',
  async () => {
    const names = ['worker-killed', 'all-workers-killed', 'postgresql-restarted', 'sockets-cut'];
    const toll = await endure(stage, inARow(...names), TIMING);
    expect(toll).toMatchObject({ lost: 0, wrong_code: 0, not_ended: 0, without_receipt: 0, died: 0 });
    expect(toll.acknowledged).toBe(toll.asked);
    expect(toll.messages).toBe(toll.asked);
    expect(toll.acknowledged).toBeGreaterThan(100);
    expect(toll.most_per_message).toBeLessThanOrEqual(1);
    expect(toll.resumed_s).toBeLessThan(RESUMES_WITHIN_S);
  },
  MINUTES_3,
);
