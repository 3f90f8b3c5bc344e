/**
 * Context of a query that is public and repeats by itself: it goes without cookies, so that a page that is only left
 * open does not count as somebody who is still there, and a session that is left alone ends in its time.
 */
export const ANONYMOUS = { anonymous: true };
