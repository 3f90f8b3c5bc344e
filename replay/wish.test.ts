import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refusal } from '../tools/lib/refusal.ts';
import { readWish } from './wish.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-wish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = path.join(folder, 'pages');
const file = path.join(folder, 'a-file');
writeFileSync(file, '');

test.each([
  [[], 'Say which incident: npm run replay -- gmail-2020 | sms-2023 '],
  [['gmail-2021'], 'Say which incident'],
  [['constructor'], 'Say which incident'],
  [['gmail-2020', 'sms-2023'], 'Say which incident'],
  [['gmail-2020', '--people', '-5'], '--people is a whole number from 1 to 20000, not -5.'],
  [['gmail-2020', '--people', '0'], '--people is a whole number from 1 to 20000, not 0.'],
  [['gmail-2020', '--people', 'abc'], '--people is a whole number from 1 to 20000, not abc.'],
  [['gmail-2020', '--people', '1e9'], '--people is a whole number from 1 to 20000, not 1e9.'],
  [['gmail-2020', '--people', '20001'], '--people is a whole number from 1 to 20000, not 20001.'],
  [['gmail-2020', '--people'], "Option '--people <value>' argument missing: npm run replay"],
  [
    ['gmail-2020', '--seed', 'tuning-3'],
    '--seed is tuning-1, tuning-2, held-out, or a whole number, not tuning-3.',
  ],
  [['gmail-2020', '--seed', ''], 'or a whole number, not nothing.'],
  [['gmail-2020', '--seed', 'toString'], 'not toString.'],
  [['gmail-2020', '--policy', 'theirs'], '--policy is both, ours, of-the-day, not theirs.'],
  [['gmail-2020', '--policy', 'constructor'], 'not constructor.'],
  [['gmail-2020', '--rate', '100'], '--rate is from 1 to 24, not 100.'],
  [['gmail-2020', '--rate', ''], '--rate is from 1 to 24, not nothing.'],
  [['gmail-2020', '--fast'], "Unknown option '--fast': npm run replay"],
  [['gmail-2020', '--out', file], `--out ${file} is no folder that can be written to (EEXIST).`],
  [['gmail-2020', '--out', path.join(file, 'x')], 'is no folder that can be written to (ENOTDIR).'],
])('%j is refused in one sentence', (args, sentence) => {
  const refusal = () => readWish(args);
  expect(refusal).toThrow(Refusal);
  expect(refusal).toThrow(sentence);
  expect(refusal).toThrow(/^[^\n]+$/);
});

test('what is understood is taken, and the folder of its page is there before anything runs', () => {
  const wish = readWish(['sms-2023', '--people', '50', '--seed', '-7', '--policy', 'ours', '--out', out]);
  expect(wish).toMatchObject({
    ...{ people: 50, seed: -7, policies: ['ours'], rate: null, baseline: false, out },
    scenario: { name: 'sms-2023' },
  });
  expect(existsSync(out)).toBe(true);
});
