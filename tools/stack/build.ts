import path from 'node:path';
import { must } from '../lib/exec.ts';
import { unlessFresh } from '../lib/fresh.ts';
import { root } from '../lib/paths.ts';
import { compressBelow } from './compress.ts';

/** Everything that decides what the two web apps become. */
const SHARED = [
  'packages',
  'apps/api/schema.graphql',
  'apps/api/desk-schema.graphql',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];

/** The Prisma client, from prisma/. */
export function generateClient(): Promise<'fresh' | 'made'> {
  const making = {
    name: 'prisma-client',
    from: ['prisma/schema.prisma', 'prisma/models', 'pnpm-lock.yaml'],
    makes: 'apps/api/src/generated/prisma/client.ts',
  };
  return unlessFresh(making, () => must('prisma', ['generate']));
}

/** Builds portal and desk for production, each only when something it is made of has changed. */
export async function buildWeb(): Promise<'fresh' | 'made'> {
  const making = {
    name: 'web',
    from: ['apps/portal', 'apps/desk', 'tools/stack/compress.ts', ...SHARED],
    makes: 'apps/portal/dist/index.html',
  };
  const env = { NODE_ENV: 'production' };
  return unlessFresh(making, async () => {
    await must('turbo', ['run', 'build', '--output-logs=errors-only'], { env });
    await Promise.all(['portal', 'desk'].map((app) => compressBelow(path.join(root, 'apps', app, 'dist'))));
  });
}
