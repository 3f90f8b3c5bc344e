/** How many checks ended how. */
export type Tally = { passed: number; failed: number; skipped: number };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };
export const ONE_FAILURE: Tally = { ...NOTHING, failed: 1 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The very last line of `npm test`; other programs read it. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** One gate's line, with what it found underneath. */
export function gateLine(name: string, faults: string[], seconds: number): string {
  const head = `  ${faults.length === 0 ? '✓' : '✗'} ${name.padEnd(44)} ${seconds.toFixed(1)} s`;
  return [head, ...faults.map((fault) => fault.replaceAll(/^/gm, '      '))].join('\n');
}
