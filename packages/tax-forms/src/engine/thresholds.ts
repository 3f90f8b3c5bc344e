import type { Rupiah } from './rupiah.ts';

/**
 * The short form (1770 SS) is for a gross income of NOT MORE THAN this in the year: exactly this much is still
 * within it, whatever portals used to ask ("less than 60 million?"). PER-34/PJ/2010 art. 3 as amended.
 */
export const SHORT_FORM_GROSS_LIMIT: Rupiah = 60_000_000n;
