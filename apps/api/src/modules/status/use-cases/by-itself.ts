import { writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { insertStatement } from '../store/incidents.ts';
import type { Locale } from '../types.ts';
import { type Words, words } from '../words.ts';

/** Who speaks and acts where nobody did it by hand. */
export const SYSTEM = { actor: 'system', by: 'Sampai' } as const;

export const inBoth = (speak: (words: Words) => string): Record<Locale, string> => ({
  id: speak(words.id),
  en: speak(words.en),
});

export const say = (tx: Tx, id: string, speak: (words: Words) => string) =>
  insertStatement(tx, id, { kind: 'AUTOMATIC', ...inBoth(speak), by: SYSTEM.by });

/** What an incident does by itself stands in the audit, and in the log of who saw it. */
export function record(
  { log }: Pick<Needs, 'log'>,
  tx: Tx,
  action: string,
  id: string,
  detail: Record<string, string | null>,
): Promise<void> {
  log.warn({ incident: id, ...detail }, action);
  return writeAudit(tx, { actor: SYSTEM.actor, action, subject: `incident:${id}`, detail });
}
