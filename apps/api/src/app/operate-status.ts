import { readConfig } from '#config/env';
import { runStatusCommand } from '#modules/status';
import { openGround } from './ground.ts';
import { wireModules } from './modules.ts';
import { sentenceFor } from './process.ts';

/** The operator's way to incidents and maintenance: one command line, its answer, its exit code. */
export async function operateStatus(args: string[]): Promise<number> {
  try {
    const config = readConfig();
    const ground = openGround('status', config, 2);
    try {
      const { statusNeeds } = wireModules(ground, config.publicOrigin);
      console.log(await runStatusCommand(statusNeeds, args));
      return 0;
    } finally {
      await ground.db.close();
    }
  } catch (fault) {
    process.stderr.write(`status: ${isOtherSchema(fault) ? OTHER_SCHEMA : sentenceFor(fault)}\n`);
    return 1;
  }
}

const OTHER_SCHEMA = 'the database does not hold the tables of this version: run the migrations first.';

/** PostgreSQL knows no such table or column. */
const isOtherSchema = (fault: unknown): boolean =>
  ['42P01', '42703'].includes(String((fault as { code?: unknown } | null)?.code));
