import { generateClient } from '../stack/build.ts';
import { openTestDatabase } from './database.ts';

type Shared = { uses: number; opened: Promise<() => Promise<void>> };

// Vitest loads this file once for each project that names it; they are to share one server all the same.
const KEY = Symbol.for('sampai.test-database');
const store = globalThis as { [KEY]?: Shared | undefined };

/** Vitest's global set-up for the projects whose tests need PostgreSQL. */
export async function setup(): Promise<() => Promise<void>> {
  await generateClient();
  store[KEY] ??= { uses: 0, opened: openTestDatabase() };
  const shared = store[KEY];
  shared.uses += 1;
  const close = await shared.opened;
  return async () => {
    shared.uses -= 1;
    if (shared.uses > 0) return;
    store[KEY] = undefined;
    await close();
  };
}
