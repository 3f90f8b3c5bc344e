import { readConfig } from '#config/env';
import { type Ground, openGround } from './ground.ts';
import { type Modules, wireModules } from './modules.ts';
import { sentenceFor } from './process.ts';

/** An operator's command line: prints its answer, or in one sentence why there is none; gives the exit code. */
export async function operate(
  name: string,
  work: (modules: Modules, ground: Ground) => Promise<string>,
): Promise<number> {
  try {
    const config = readConfig();
    const ground = openGround(name, config, 2);
    try {
      console.log(await work(wireModules(ground, config.publicOrigin), ground));
      return 0;
    } finally {
      await ground.db.close();
    }
  } catch (fault) {
    process.stderr.write(`${name}: ${isOtherSchema(fault) ? OTHER_SCHEMA : sentenceFor(fault)}\n`);
    return 1;
  }
}

const OTHER_SCHEMA =
  'the database does not hold the tables of this version: npm start brings them up to date (npm run prisma -- migrate deploy, where it does not serve).';

/** PostgreSQL knows no such table, column or role. */
const isOtherSchema = (fault: unknown): boolean =>
  ['42P01', '42703', '22023'].includes(String((fault as { code?: unknown } | null)?.code));
