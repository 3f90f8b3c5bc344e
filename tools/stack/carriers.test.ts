import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCarriersFile } from '../../packages/carriers/src/index.ts';
import { writeCarriersFile } from './carriers.ts';
import { settingsApart } from './settings.ts';

test('the carriers file of npm start is one that the API takes: five live carriers, every mailbox', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sampai-carriers-'));
  const settings = await settingsApart(dataDir);
  const { routes } = readCarriersFile(readFileSync(writeCarriersFile(settings), 'utf8'), 'carriers.json');
  rmSync(dataDir, { recursive: true });
  const lanes = routes.flatMap((route) => route.lanes);
  expect(lanes).toEqual(['sms:telkomsel', 'sms:indosat', 'sms:xl', 'sms:axis', 'sms:tri', 'mail:*']);
  expect(
    routes.filter(({ kind }) => kind === 'smpp').every(({ port }) => port === settings.ports.SMPP_PORT),
  ).toBe(true);
});
