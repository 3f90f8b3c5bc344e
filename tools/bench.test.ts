import { expect, test } from 'vitest';
import bench from './bench.ts';
import { capture } from './lib/exec.ts';
import { Refusal } from './lib/refusal.ts';

test.each([[[]], [['unknown']], [['../tools/check']], [['lib']], [['constructor']]])(
  'the figure %j is refused in one sentence that names those there are',
  async (args) => {
    const refusal = bench(args).catch((fault: unknown) => fault);
    expect(await refusal).toEqual(
      new Refusal('Say which figure: npm run bench -- delivery | faults | handover | tokens | web'),
    );
  },
);

test.each([
  [['--rounds', '-5'], /^--rounds is a whole number from 1 to 1000000, not -5\.\n$/],
  [['--rounds', 'many'], /^--rounds is a whole number from 1 to 1000000, not many\.\n$/],
  [['--round', '5'], /^Unknown option '--round': the options are --rounds, .+\.\n$/],
])('a figure answers %j in one sentence, with exit code 1', { timeout: 60_000 }, async (args, sentence) => {
  expect(await capture(process.execPath, ['bench/delivery.ts', ...args])).toEqual({
    code: 1,
    output: expect.stringMatching(sentence),
  });
});
