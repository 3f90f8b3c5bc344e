import { readFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

const WHY: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
};

/**
 * The text of a file that somebody named.
 * @param what it is, to begin a sentence with
 * @throws Refusal where it cannot be read, with the reason
 */
export function readText(what: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    throw new Refusal(`${what} ${file} ${WHY[code] ?? `cannot be read (${code})`}.`);
  }
}
