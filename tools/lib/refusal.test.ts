import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { capture } from './exec.ts';
import { explain, explainOutput, Refusal } from './refusal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-refusal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what a person can mend is one sentence; what is a bug keeps its stack', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const locked = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/srv/sampai/.data' });
  expect(explain(full)).toBe('The disk is full: free some space and try again.');
  expect(explain(locked)).toBe(
    'No permission at /srv/sampai/.data: the project must be able to write there.',
  );
  expect(explain(new Refusal('PORT 80 is taken.'))).toBe('PORT 80 is taken.');
  expect(explain(new TypeError('x is undefined'))).toBeUndefined();
});

test('a program that is missing is named', async () => {
  const missing = await capture(path.join(folder, 'initdb'), []).catch(explain);
  expect(missing).toContain(`The program ${path.join(folder, 'initdb')} is missing`);
});

test('a child that ran out of disk is understood by what it said', () => {
  const said = 'initdb: error: could not write file "base/1/PG_VERSION": No space left on device';
  expect(explainOutput(said)).toBe('The disk is full: free some space and try again.');
  expect(explainOutput('something else')).toBeUndefined();
});
