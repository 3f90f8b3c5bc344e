import { cpSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeUndo } from '../tools/lib/undo.ts';
import { endure } from './faults/endure.ts';
import { FAULTS } from './faults/faults.ts';
import { openStage } from './faults/stage.ts';
import { printFigure } from './lib/figure.ts';

/**
 * `npm run bench -- faults`: what breaks while 50 people a second ask for a code, with real processes, sockets and database. One
 * line per fault; `--only` names some of them, with commas between.
 */
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
    /** A folder to which the logs of the processes are copied. */
    logs: { type: 'string' },
  },
});
const only = values.only.split(',').filter(Boolean);

const undo = makeUndo();
try {
  const stage = await openStage(undo);
  for (const fault of FAULTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const { fault: name, ...toll } = await endure(stage, fault, {
      ...{ perSecond: Number(values.rate), beforeMs: 3_000, afterMs: Number(values.seconds) * 1000 },
    });
    printFigure('faults', { fault: name, ...toll });
    for (const how of stage.died()) console.error(how);
  }
  if (values.logs) cpSync(path.join(stage.folder, 'logs'), values.logs, { recursive: true });
} finally {
  await undo.run();
}
