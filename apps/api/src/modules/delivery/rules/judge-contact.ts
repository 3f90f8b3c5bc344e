/** Since when, and when last, the database was heard of, in ms of its own real clock. */
export type Contact = { since: number; last: number };

/**
 * The contact after a word from the database at `at`.
 * @param gapMs longer between two words of it, and it was away, or its clock jumped
 */
export const hearAgain = (contact: Contact | null, at: number, gapMs: number): Contact =>
  contact && at >= contact.last && at - contact.last <= gapMs
    ? { since: contact.since, last: at }
    : { since: at, last: at };

type Times = {
  gapMs: number;
  /** How long it must have been heard of all the time. */
  graceMs: number;
};

/**
 * Until when, by the database's clock, leases that have run out mean that their workers are dead; null: they do not. After an outage,
 * or a jump of the database's clock, all have run out, and the living need a moment to say what they have sent.
 */
export const takeOverUntil = (contact: Contact | null, { gapMs, graceMs }: Times): Date | null =>
  contact !== null && contact.last - contact.since >= graceMs ? new Date(contact.last + gapMs) : null;
