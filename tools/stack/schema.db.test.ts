import { expect, test } from 'vitest';
import { capture } from '../lib/exec.ts';

test('the migrations lead exactly to the schema of prisma/', { timeout: 60_000 }, async () => {
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma',
    '--exit-code',
  ];
  const { code, output } = await capture('prisma', args, {
    env: { DATABASE_URL: process.env.SAMPAI_TEST_DATABASE ?? '' },
  });
  expect(output).toContain('No difference detected');
  expect(code).toBe(0);
});
