const LONGEST = 300;
const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;
const LONG_NUMBER = /\+?\d{8,}/g;

/**
 * A carrier's reply as it may be kept: servers like to repeat the recipient in it, and a reply ends up in tables and
 * on agents' screens. Addresses and numbers of 8 digits or more are blotted out.
 */
export function keepableReply(reply: string): string {
  const oneLine = reply.replace(/\s+/g, ' ').trim();
  return oneLine.replace(ADDRESS, '<address>').replace(LONG_NUMBER, '<number>').slice(0, LONGEST);
}
