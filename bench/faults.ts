import { cpSync } from 'node:fs';
import path from 'node:path';
import { fail, Refusal } from '../tools/lib/refusal.ts';
import { makeUndo } from '../tools/lib/undo.ts';
import { endure } from './faults/endure.ts';
import { FAULTS } from './faults/faults.ts';
import { openStage } from './faults/stage.ts';
import { printFigure } from './lib/figure.ts';
import { readOptions } from './lib/options.ts';

/**
 * `npm run bench -- faults`: what breaks while 50 people a second ask for a code, with real processes, sockets and database. One
 * line per fault; `--only` names some of them, with commas between.
 */
const { rate, seconds, others } = readOptions(
  { rate: 50, seconds: 10 },
  /** `logs`: a folder to which the logs of the processes are copied. */
  { only: { type: 'string', default: '' }, logs: { type: 'string' } },
);
const only = String(others.only).split(',').filter(Boolean);
const missing = only.find((wanted) => !FAULTS.some(({ name }) => name === wanted));
if (missing) fail(new Refusal(`There is no fault ${missing}: ${FAULTS.map(({ name }) => name).join(', ')}.`));

const undo = makeUndo();
try {
  const stage = await openStage(undo);
  for (const fault of FAULTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const { fault: name, ...toll } = await endure(stage, fault, {
      ...{ perSecond: rate, beforeMs: 3_000, afterMs: seconds * 1000 },
    });
    printFigure('faults', { fault: name, ...toll });
    for (const how of stage.died()) console.error(how);
  }
  if (others.logs) cpSync(path.join(stage.folder, 'logs'), String(others.logs), { recursive: true });
} finally {
  await undo.run();
}
