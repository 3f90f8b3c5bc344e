import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registrySource } from './write-registry.ts';

test('the registry names every folder of a carrier (else: node packages/carriers/src/write-registry.ts)', () => {
  expect(readFileSync(new URL('registry.gen.ts', import.meta.url), 'utf8')).toBe(registrySource());
});
