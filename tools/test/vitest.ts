import { readFileSync } from 'node:fs';
import path from 'node:path';
import { show } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';
import { add, ONE_FAILURE, type Tally } from './report.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** Runs every unit, database and API test. A file that cannot be loaded counts as one failure. */
export async function runVitest(folder: string): Promise<Tally> {
  const report = path.join(folder, 'vitest.json');
  const code = await show('vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const broken = read.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    const tally = {
      passed: read.numPassedTests,
      failed: read.numFailedTests + broken.length,
      skipped: read.numPendingTests + read.numTodoTests,
      failures: read.testResults.flatMap(failuresIn),
    };
    return code !== 0 && tally.failed === 0 ? add(tally, ONE_FAILURE) : tally;
  } catch {
    return ONE_FAILURE;
  }
}

function failuresIn({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = path.relative(root, name);
  if (status === 'failed' && assertionResults.length === 0) return [`${file}\n${message}`];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => [`${file}: ${test.fullName}`, ...test.failureMessages].join('\n'));
}
