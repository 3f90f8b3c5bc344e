import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const EVERYWHERE = '{apps,packages,tools,prisma,e2e,replay,bench}/**';
const SLOW = ['**/*.db.test.ts', '**/*.api.test.ts'];

/** Most files wait most of the time, for a database, a socket or a clock: one more at a time than there are processors. */
const maxWorkers = availableParallelism() + 1;

// As Node resolves it: two copies of `graphql` do not know each other's schemas.
const resolve = { extensions: ['.js'] };

/** Three kinds of test, told apart by their file's name: pure, with a PostgreSQL, through GraphQL. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          maxWorkers,
          include: [`${EVERYWHERE}/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', ...SLOW],
          // Pure code leaves nothing behind, so its files share their modules: a third of the time.
          pool: 'threads',
          isolate: false,
        },
      },
      ...['db', 'api'].map((name) => ({
        resolve,
        test: {
          name,
          maxWorkers,
          include: [`${EVERYWHERE}/*.${name}.test.ts`],
          globalSetup: ['tools/test/vitest-setup.ts'],
          testTimeout: 20_000, // a loaded machine, not a slow query: those have tests of their own
          hookTimeout: 30_000,
        },
      })),
    ],
  },
});
