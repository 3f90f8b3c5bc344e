import { domainToASCII } from 'node:url';

/**
 * Whether a recipient field names this mail address: `rfc822; siti@gmail.com`, or `utf-8; ...` with what is not ASCII as it is or
 * as `\x{E9}` (RFC 6533, 3), a domain in either spelling. The case of letters says nothing. Also as it came in the ORCPT parameter
 * (`+2B` for `+`: RFC 3461, 4), without the type, or in angle brackets.
 */
export function namesAddress(field: string | null, address: string): boolean {
  if (field === null) return false;
  const written = addressIn(field);
  const wanted = spelling(address);
  return spelling(written) === wanted || spelling(fromXtext(written)) === wanted;
}

/** The domain of an address or a recipient field; undefined where it has none. */
export function domainOf(field: string): string | undefined {
  const written = addressIn(field);
  return written.includes('@') ? spelling(written).split('@').at(-1) : undefined;
}

const addressIn = (field: string): string =>
  field
    .replace(/^\s*[\w-]+\s*;/, '')
    .replace(/\\x\{([\da-f]{1,6})\}/gi, (written, hex: string) => {
      const sign = Number.parseInt(hex, 16);
      return sign > 0x10_ff_ff ? written : String.fromCodePoint(sign);
    })
    .trim()
    .replace(/^<(.*)>$/, '$1');

const fromXtext = (text: string): string =>
  text.replace(/\+([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function spelling(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0)).replace(/^"(.*)"$/, '$1');
  const domain = address.slice(at + 1).replace(/\.$/, '');
  return `${local.normalize('NFC').toLowerCase()}@${domainToASCII(domain) || domain.toLowerCase()}`;
}
