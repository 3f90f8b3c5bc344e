/** Why a command cannot go on, in one sentence for the person who typed it. Printed without a stack. */
export class Refusal extends Error {}

const SYSTEM: Record<string, (path: string) => string> = {
  ENOSPC: () => 'The disk is full: free some space and try again.',
  EDQUOT: () => 'Your disk quota is used up: free some space and try again.',
  EROFS: (path) => `The file system is read-only${path}: the project must be able to write there.`,
  EACCES: (path) => `No permission${path}: the project must be able to write there.`,
  EPERM: (path) => `No permission${path}: the project must be able to write there.`,
  EMFILE: () => 'Too many open files: raise the limit (ulimit -n) and try again.',
};

/** One clear sentence for what a person can mend; undefined for everything else, which deserves its stack. */
export function explain(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT' && syscall?.startsWith('spawn')) {
    return `The program ${path ?? ''} is missing: run the command again with an intact node_modules.`;
  }
  return SYSTEM[code ?? '']?.(path ? ` at ${path}` : '');
}

/** The same for what a child process said before it failed. */
export function explainOutput(output: string): string | undefined {
  if (/No space left on device/i.test(output)) return SYSTEM.ENOSPC?.('');
  if (/Disk quota exceeded/i.test(output)) return SYSTEM.EDQUOT?.('');
  if (/Read-only file system/i.test(output)) return SYSTEM.EROFS?.('');
  return undefined;
}

/** Prints what went wrong and ends the process with exit code 1. */
export function fail(error: unknown): never {
  const sentence = explain(error);
  console.error(sentence ?? error);
  process.exit(1);
}
