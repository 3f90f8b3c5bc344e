import path from 'node:path';
import { show } from '../lib/exec.ts';
import { makeUndo } from '../lib/undo.ts';
import { borrowDatabase } from './borrow.ts';
import { generateClient } from './build.ts';
import { environment } from './settings.ts';

/** Runs an operator's command of the API in the database of `npm start`, or of DATABASE_URL; gives its exit code. */
export async function operate(script: string, args: string[]): Promise<number> {
  const undo = makeUndo();
  try {
    const { settings, databaseUrl } = await borrowDatabase(undo);
    await generateClient();
    const carriers = settings.carriersFile ?? path.join(settings.dataDir, 'carriers.json');
    const env = environment(settings, databaseUrl, carriers);
    return await show(process.execPath, [script, ...args], { env });
  } finally {
    await undo.run();
  }
}
