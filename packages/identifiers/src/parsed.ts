/** Why an identifier was refused. A reason is data: the sentence for it stands where it is shown. */
export type Reason = 'length' | 'format' | 'checksum' | 'province' | 'birthDate' | 'prefix' | 'domain';

/** The outcome of reading something a person typed: the value in its one canonical form, or why not. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: Reason };

/** Wraps a value that was read. */
export const accepted = <T>(value: T): Parsed<T> => ({ ok: true, value });

/** Wraps the reason why nothing was read. */
export const refused = (reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason });
