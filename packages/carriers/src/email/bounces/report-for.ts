import type { Refusal } from '../../contract.ts';
import { domainOf, namesAddress } from './recipient.ts';

/** What became of a mail after a relay took it (RFC 3464, 2.3.3). `delayed`: still being tried. */
export type BounceAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export type Report = {
  action: BounceAction;
  /** The enhanced code (RFC 3463), where the report has one. */
  status: string | null;
  /** The far server's words, fit to be kept: without addresses and long numbers, at most 300 characters. */
  diagnostic: string;
  /** How far it reaches, and what it asks of us, as if the far server had said it to us; null where nothing went wrong. */
  refusal: Pick<Refusal, 'scope' | 'signal' | 'limit'> | null;
};

/** What is said of one recipient: as the sender wrote it (Original-Recipient) and where the mail was at last (Final-Recipient). */
export type RecipientReport = Report & { original: string | null; final: string | null };

/**
 * What a report says of the mail that we wrote to `address`. That the return path names our mail is not enough: a mail that is
 * forwarded keeps it, and then somebody else's server reports on somebody else. In this order:
 *
 * 1. Rows whose Original-Recipient is our address are ours, whatever Final-Recipient says: that is what the field is for (RFC
 *    3464, 2.3.1; we give ORCPT to relays that take it, RFC 3461, 4.2). Else those whose Final-Recipient is our address.
 * 2. Rows that name nobody: what went wrong is ours, since our mails have one recipient. What went well must say for whom.
 * 3. Rows that name others only: a forward, of whose way nobody told the last server. Where every one of them failed, and none
 *    names another original recipient, the mail has reached nobody, and has failed. Anything else is somebody else's:
 *    that another mailbox has it, or is being tried, says nothing of ours.
 *
 * Of several rows of ours a failed one counts, then a delayed one. What another domain's server said on the way of a forward
 * asks nothing of our pace and says nothing of the lane that we sent to; where we do not even know that our address led there,
 * it says nothing of the address either.
 * @returns undefined where it says nothing of our mail
 */
export function reportFor(reports: RecipientReport[], address: string): Report | undefined {
  const named = (field: 'original' | 'final') => reports.filter((row) => namesAddress(row[field], address));
  const ours = worst(named('original')) ?? worst(named('final'));
  if (ours) return told(ours, isFar(ours, address) ? nearOnly(ours.refusal) : ours.refusal);
  const nameless = worst(reports.filter(({ original, final }) => original === null && final === null));
  if (nameless?.refusal) return told(nameless, nameless.refusal);
  const [first] = reports;
  const isLost = reports.every(({ original, action }) => original === null && action === 'failed');
  return first && isLost ? told(first, { scope: 'message' }) : undefined;
}

const worst = (rows: RecipientReport[]): RecipientReport | undefined =>
  rows.find(({ action }) => action === 'failed') ??
  rows.find(({ action }) => action === 'delayed') ??
  rows[0];

const told = ({ action, status, diagnostic }: Report, refusal: Report['refusal']): Report => ({
  ...{ action, status, diagnostic, refusal },
});

/** Whether the row is about a mailbox of another domain, to which our address led. */
const isFar = ({ final }: RecipientReport, address: string): boolean =>
  final !== null && !namesAddress(final, address) && domainOf(final) !== domainOf(address);

const nearOnly = (refusal: Report['refusal']): Report['refusal'] =>
  refusal && { scope: refusal.scope === 'recipient' ? 'recipient' : 'message' };
