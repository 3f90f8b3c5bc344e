import { timingSafeEqual } from 'node:crypto';

export type EfinFacts = { hash: Uint8Array; validUntil: Date; activated: boolean };
export type EfinVerdict = 'not-recognised' | 'already-activated' | 'expired' | 'usable';

/**
 * What an e-FIN opens (PER-04/PJ/2015 art. 4). That it is spent or lapsed is said only to who holds the right one. Every
 * candidate is compared, so that the answer takes the same time whichever fits.
 */
export function judgeEfin(candidates: EfinFacts[], offered: Uint8Array, now: Date): EfinVerdict {
  const matching = candidates.filter(
    ({ hash }) => hash.byteLength === offered.byteLength && timingSafeEqual(hash, offered),
  );
  const efin = matching.find(({ activated }) => activated) ?? matching.at(-1);
  if (!efin) return 'not-recognised';
  if (candidates.some(({ activated }) => activated)) return 'already-activated';
  return now >= efin.validUntil ? 'expired' : 'usable';
}
