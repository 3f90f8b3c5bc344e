import { existsSync } from 'node:fs';
import { readCarriers } from '../lib/carriers-file.ts';
import { Refusal } from '../lib/refusal.ts';

/** Where mail that comes back is taken in, or why it is not. */
export type Intake = { port: number; domain: string } | { why: string };

/**
 * Whether a worker with this carriers file can take in what comes back: only what goes to a domain for it finds its message.
 * @returns undefined where no mail is sent at all, or nobody can tell: whoever opens the file says what is wrong with it
 */
export function intakeOf(carriersFile: string, port: number): Intake | undefined {
  const config = existsSync(carriersFile) ? readIfGood(carriersFile) : undefined;
  if (!config?.routes.some(({ kind }) => kind === 'smtp')) return undefined;
  const { bounceDomain: domain } = config.sender;
  return domain ? { port, domain } : { why: 'CARRIERS_FILE names no sender.bounceDomain' };
}

function readIfGood(file: string) {
  try {
    return readCarriers(file);
  } catch (fault) {
    if (fault instanceof Refusal) return undefined;
    throw fault;
  }
}
