/** `npm run seed -- --people N`: settles N more people in the database of `npm start`. */
import { show } from './lib/exec.ts';
import { Refusal } from './lib/refusal.ts';
import { makeUndo } from './lib/undo.ts';
import { borrowDatabase } from './stack/borrow.ts';
import { generateClient } from './stack/build.ts';
import { mustFit } from './stack/keys.ts';
import { migrate, migrateJobs } from './stack/migrations.ts';
import { environment } from './stack/settings.ts';

export default async function seed(args: string[]): Promise<number> {
  if (process.env.NODE_ENV === 'production')
    throw new Refusal('The seed makes invented people; it does not run in production.');
  const undo = makeUndo();
  try {
    const { settings, databaseUrl } = await borrowDatabase(undo);
    await generateClient();
    await migrate(databaseUrl);
    await migrateJobs(databaseUrl);
    await mustFit(databaseUrl, settings);
    const env = environment(settings, databaseUrl, settings.carriersFile ?? '');
    return await show(process.execPath, ['prisma/seed.ts', ...args], { env });
  } finally {
    await undo.run();
  }
}
