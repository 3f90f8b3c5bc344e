import { stripVTControlCharacters } from 'node:util';

/** How many checks ended how, and which failed: each with what was wrong, as far as its stage knows. */
export type Tally = { passed: number; failed: number; skipped: number; failures: string[] };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
export const ONE_FAILURE: Tally = { ...NOTHING, failed: 1 };

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/**
 * What failed, once more at the end: who is handed only the last lines of a long run finds it there. Each failure
 * without colours, and no longer than a screen.
 */
export function failureList({ failures }: Tally): string {
  if (failures.length === 0) return '';
  const each = failures.map((failure) => {
    const lines = stripVTControlCharacters(failure).trimEnd().split('\n').slice(0, 20);
    return `  ✗ ${lines.join('\n    ')}`;
  });
  return ['\nWhat failed', ...each].join('\n');
}

/** The very last line of `npm test`; other programs read it. */
export function lastLine({ passed, failed, skipped }: Omit<Tally, 'failures'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** One gate's line, with what it found underneath. */
export function gateLine(name: string, faults: string[], seconds: number): string {
  const head = `  ${faults.length === 0 ? '✓' : '✗'} ${name.padEnd(44)} ${seconds.toFixed(1)} s`;
  return [head, ...faults.map((fault) => fault.replaceAll(/^/gm, '      '))].join('\n');
}
