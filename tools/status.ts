/** `npm run status -- <command>`: incidents and maintenance in the database of `npm start`, or of DATABASE_URL. */
import path from 'node:path';
import { show } from './lib/exec.ts';
import { makeUndo } from './lib/undo.ts';
import { borrowDatabase } from './stack/borrow.ts';
import { generateClient } from './stack/build.ts';
import { environment } from './stack/settings.ts';

export default async function status(args: string[]): Promise<number> {
  const undo = makeUndo();
  try {
    const { settings, databaseUrl } = await borrowDatabase(undo);
    await generateClient();
    const carriers = settings.carriersFile ?? path.join(settings.dataDir, 'carriers.json');
    const env = environment(settings, databaseUrl, carriers);
    return await show(process.execPath, ['apps/api/src/status.ts', ...args], { env });
  } finally {
    await undo.run();
  }
}
