import { morePeople, people } from '@sampai/testkit';
import { expect, test } from 'vitest';
import { AGENTS } from './agents.ts';

test('no agent shares a name with a taxpayer: on a screen nobody takes one for the other', () => {
  const names = new Set([...people(), ...morePeople(2_000, 1)].flatMap(({ name }) => name.split(' ')));
  for (const { name } of AGENTS) for (const part of name.split(' ')) expect(names).not.toContain(part);
});
