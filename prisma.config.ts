import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The schema engine from the package registry instead of a download from Prisma's host (docs/decisions/004). Set here,
// because the CLI reads this file before it looks for its engine. Windows runs no shebang: there Prisma fetches its own.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL('./tools/schema-engine/main.ts', import.meta.url),
  );
}

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'node prisma/seed.ts' },
  // `generate` and `validate` need no database, yet want some URL.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://sampai@127.0.0.1:5544/sampai' },
});
