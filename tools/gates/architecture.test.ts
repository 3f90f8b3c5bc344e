import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../lib/paths.ts';
import { cruise } from './architecture.ts';

const API = 'apps/api/src';
const FEATURES = 'apps/portal/src/features';

/** One planted violation for each boundary: the rule, the file that breaks it, what it imports. */
const PLANTED: [rule: string, from: string, to: string][] = [
  ['stack-order', `${API}/modules/delivery/use-cases/a.ts`, '#modules/tokens'],
  ['stack-order', `${API}/modules/status/a.ts`, '#modules/service-desk'],
  ['stack-order', `${API}/platform/a.ts`, '#modules/status'],
  ['stack-order', `${API}/modules/filing/use-cases/app.ts`, '#app/wire'],
  ['one-door', `${API}/modules/accounts/use-cases/a.ts`, '../../tokens/rules/judge.ts'],
  ['one-door', `${API}/app/a.ts`, '../modules/tokens/store/rows.ts'],
  ['only-app-wires', `${API}/graphql/a.ts`, '#app/wire'],
  ['rules-are-pure', `${API}/modules/tokens/rules/a.ts`, '../store/rows.ts'],
  ['rules-are-pure', `${API}/modules/tokens/rules/b.ts`, '#platform/clock'],
  ['rules-are-pure', `${API}/modules/tokens/rules/c.ts`, 'node:fs'],
  ['resolvers-only-translate', `${API}/modules/tokens/resolvers/a.ts`, '../rules/judge.ts'],
  ['resolvers-only-translate', `${API}/modules/tokens/resolvers/b.ts`, '../store/rows.ts'],
  ['only-the-store-touches-prisma', `${API}/modules/tokens/use-cases/a.ts`, '#generated/prisma/client'],
  ['only-the-store-touches-prisma', `${API}/modules/tokens/use-cases/b.ts`, 'pg'],
  ['features-apart', `${FEATURES}/filing/a.ts`, '../tokens/Waiting.ts'],
  ['web-apps-apart', 'apps/portal/src/lib/a.ts', '../../../api/src/platform/clock.ts'],
  ['ui-knows-no-data', 'packages/ui/src/a.ts', 'graphql'],
  ['ui-knows-no-data', 'packages/ui/src/b.ts', '../../identifiers/src/index.ts'],
  ['carriers-know-nothing-of-us', 'packages/carriers/src/a.ts', '../../identifiers/src/index.ts'],
  ['pure-packages', 'packages/identifiers/src/a.ts', 'node:fs'],
  ['packages-below-apps', 'packages/identifiers/src/b.ts', '../../../apps/api/src/platform/clock.ts'],
  ['the-product-knows-no-testkit', `${API}/app/b.ts`, '../../../../packages/testkit/src/index.ts'],
  ['journeys-stay-outside', 'e2e/a.spec.ts', '../apps/api/src/platform/clock.ts'],
  ['nobody-leans-on-the-replay', `${API}/platform/c.ts`, '../../../../replay/scenarios/index.ts'],
  ['the-day-knows-no-product', 'replay/policy-of-the-day/a.ts', '../../apps/api/src/platform/clock.ts'],
  ['no-cycles', `${API}/platform/about.ts`, './round.ts'],
  ['no-unresolved', `${API}/platform/b.ts`, '#modules/nobody'],
];

/** What the house allows, so that a rule that reports everything is found out, too. */
const ALLOWED: [from: string, to: string][] = [
  [`${API}/modules/tokens/use-cases/ok.ts`, '#modules/delivery'],
  [`${API}/modules/tokens/use-cases/fine.ts`, '../rules/judge.ts'],
  [`${API}/modules/tokens/store/ok.ts`, '#generated/prisma/client'],
  [`${API}/modules/tokens/rules/ok.ts`, '../../../../../../packages/identifiers/src/index.ts'],
  [`${API}/app/ok.ts`, '#modules/tokens'],
  [`${FEATURES}/filing/ok.ts`, '../tokens/index.ts'],
];

const TARGETS = [
  ...['status', 'delivery', 'tokens', 'service-desk'].map((name) => `${API}/modules/${name}/index.ts`),
  `${API}/modules/tokens/rules/judge.ts`,
  `${API}/modules/tokens/store/rows.ts`,
  `${API}/platform/clock.ts`,
  `${API}/app/wire.ts`,
  `${API}/generated/prisma/client.ts`,
  `${FEATURES}/tokens/Waiting.ts`,
  `${FEATURES}/tokens/index.ts`,
  'packages/identifiers/src/index.ts',
  'packages/testkit/src/index.ts',
  'replay/scenarios/index.ts',
];

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-architecture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

let found: string[] = [];
beforeAll(async () => {
  write('package.json', '{ "type": "module" }');
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  write(
    'apps/api/package.json',
    JSON.stringify({
      name: '@sampai/api',
      type: 'module',
      imports: {
        '#modules/*': './src/modules/*/index.ts',
        '#platform/*': './src/platform/*.ts',
        '#generated/*': './src/generated/*.ts',
        '#app/*': './src/app/*.ts',
      },
    }),
  );
  for (const file of TARGETS) write(file, 'export const it = 1;\n');
  for (const [from, to] of ALLOWED) write(from, `import { it } from '${to}';\nconsole.log(it);\n`);
  for (const [, from, to] of PLANTED) write(from, `import * as it from '${to}';\nconsole.log(it);\n`);
  write(`${API}/platform/round.ts`, "import * as it from './about.ts';\nconsole.log(it);\n");
  const { violations } = await cruise(folder, ['apps', 'packages', 'e2e', 'replay']);
  found = violations.map(({ rule, from }) => `${rule.name} ${from}`);
}, 60_000);

test.each(PLANTED)('%s: %s may not import %s', (rule, from) => {
  expect(found).toContain(`${rule} ${from}`);
});

test.each(ALLOWED)('%s may import %s', (from) => {
  expect(found.filter((violation) => violation.endsWith(` ${from}`))).toEqual([]);
});
