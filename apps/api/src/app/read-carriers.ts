import { readFileSync } from 'node:fs';
import { type CarriersConfig, readCarriersFile } from '@sampai/carriers';
import { ConfigError, carrierPasswords } from '#config/env';

const WHY: Record<string, string> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by this user',
};

/** CARRIERS_FILE. Throws in one sentence where it cannot be read, or is wrong. */
export function readCarriers(file: string): CarriersConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    throw new ConfigError(`CARRIERS_FILE ${file} ${WHY[code] ?? `cannot be read (${code})`}.`);
  }
  return readCarriersFile(text, file, carrierPasswords());
}
