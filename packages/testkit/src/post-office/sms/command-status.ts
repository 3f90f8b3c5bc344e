import { ESME } from './library.ts';

/**
 * Reads an SMPP command status by name ("ESME_RTHROTTLED" or "RTHROTTLED", any text may follow) or as hex ("0x58").
 * Undefined when it is none, or when it is 0, which is no refusal.
 */
export function commandStatus(raw: string): number | undefined {
  const word = raw.trim().split(/[\s:]/)[0] ?? '';
  const named = ESME[word.startsWith('ESME_') ? word : `ESME_${word}`];
  if (named !== undefined) return named || undefined;
  return /^0x[0-9a-f]{1,8}$/i.test(word) ? Number(word) || undefined : undefined;
}
