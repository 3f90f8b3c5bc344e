import { maskEmail, maskPhone, parseEmail, parsePhone } from '@sampai/identifiers';
import type { Channel, Delivery } from '#modules/delivery';
import { type IssueOutcome, type IssueRequest, type Token, type Tokens, whyNotLive } from '#modules/tokens';
import { type Caller, subjectOf } from '#platform/caller';
import type { Tx } from '#platform/database';
import { sha256 } from '#platform/digest';
import { putInPlace, putWhereFree } from '../store.ts';

export type ProposeRequest = {
  owner: string;
  channel: Channel;
  address: string;
  caller: Caller;
  proofOfWork?: string | null;
};
type Refusal = Extract<IssueOutcome, { ok: false }>;
export type ProposeOutcome =
  | { ok: true; token: Token | null }
  | {
      ok: false;
      code: 'INVALID_INPUT' | Refusal['code'];
      until: Date | null;
      why?: Refusal['why'];
    };

/** Parses, puts the address in place of an unconfirmed one, and sends a code to it. The same address again sends nothing. */
export async function proposeChannel(
  { delivery, tokens }: { delivery: Delivery; tokens: Tokens },
  tx: Tx,
  { owner, channel, address, caller, proofOfWork = null }: ProposeRequest,
): Promise<ProposeOutcome> {
  const read = readAddress(channel, address);
  if (!read) return { ok: false, code: 'INVALID_INPUT', until: null };
  const destination = delivery.destination(channel, read.address, read.masked);
  const lane = await delivery.lane(destination.lane);
  if (!lane.live) return { ok: false, code: 'CHANNEL_UNUSABLE', until: null, why: whyNotLive(lane) };

  const subject = subjectOf(owner);
  const binding = sha256('contact-channel', owner, channel, read.address.toLowerCase());
  const request: IssueRequest = {
    purpose: 'CONFIRM_CHANNEL',
    subject,
    account: owner,
    binding,
    destination,
    flowHash: caller.flowHash,
    network: caller.network,
    locale: caller.locale,
    acceptPrice: null,
    outsideSession: caller.taxpayerId === null ? { proofOfWork } : null,
  };
  const [{ known, others }, facts] = await Promise.all([
    putWhereFree(tx, { owner, to: destination, binding }),
    tokens.lockFacts(tx, request),
  ]);
  for (const other of others)
    await tokens.cancelOne(tx, subject, 'CONFIRM_CHANNEL', other, 'address replaced');
  if (known === 'confirmed') return { ok: true, token: null };
  if (!known && others.length > 0) await putInPlace(tx, owner, destination, binding);
  return tokens.issue(tx, request, facts);
}

function readAddress(channel: Channel, raw: string): { address: string; masked: string } | null {
  if (channel === 'SMS') {
    const phone = parsePhone(raw);
    return phone.ok ? { address: phone.value.e164, masked: maskPhone(phone.value.e164) } : null;
  }
  const email = parseEmail(raw);
  return email.ok ? { address: email.value.address, masked: maskEmail(email.value.address) } : null;
}
