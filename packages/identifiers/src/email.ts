import { accepted, type Parsed, refused } from './parsed.ts';

/** A mailbox. */
export interface Email {
  /** The local part exactly as typed (only its host knows whether case matters), the domain in lower case. */
  address: string;
  domain: string;
}

const LONGEST_INPUT = 320;
/** RFC 5321 leaves 254 characters for an address between angle brackets, 64 of them before the @. */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;

/** RFC 5322 dot-atom. Quoted local parts and address literals exist on paper only; both are refused. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Reads an e-mail address: ASCII, at most 254 characters, a host name of two or more labels.
 * @returns refusals: `length`, `format` (no or more than one @, a local part that is no dot-atom), `domain`
 */
export function parseEmail(raw: string): Parsed<Email> {
  if (raw.length > LONGEST_INPUT) return refused('length');
  const typed = raw.trim();
  if (typed.length > LONGEST_ADDRESS) return refused('length');
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(at, 0));
  if (at < 1 || !LOCAL.test(local)) return refused('format');
  if (local.length > LONGEST_LOCAL) return refused('length');
  const domain = typed.slice(at + 1).toLowerCase();
  return isHostName(domain) ? accepted({ address: `${local}@${domain}`, domain }) : refused('domain');
}

function isHostName(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length >= 2 &&
    labels.every((label) => label.length <= LONGEST_LABEL && LABEL.test(label)) &&
    /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(top)
  );
}
