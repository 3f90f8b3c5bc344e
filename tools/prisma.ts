/** `npm run prisma -- ...`: the Prisma CLI on the database of `npm start`, which is started for it where it stands still. */
import { show } from './lib/exec.ts';
import { makeUndo } from './lib/undo.ts';
import { borrowDatabase } from './stack/borrow.ts';

const WITHOUT_DATABASE = new Set(['generate', 'validate', 'format', 'version', '--version', '--help']);

export default async function prisma(args: string[]): Promise<number> {
  if (args.length === 0 || WITHOUT_DATABASE.has(args[0] ?? '')) return show('prisma', args);
  const undo = makeUndo();
  try {
    return await show('prisma', args, { env: { DATABASE_URL: (await borrowDatabase(undo)).databaseUrl } });
  } finally {
    await undo.run();
  }
}
