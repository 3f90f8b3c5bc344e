const DOT = '•';

/**
 * A phone number by which its owner knows it and nobody else does: `+6281234561234` -> `0812••••1234`.
 * At least four digits stay hidden, so the oldest, shortest numbers show fewer at the end. The number of dots
 * does not tell the length.
 * @param e164 as `parsePhone` gives it
 */
export function maskPhone(e164: string): string {
  const national = e164.replace(/^\+62/, '0');
  const shownAtEnd = Math.max(0, Math.min(4, national.length - 8));
  return national.slice(0, 4) + DOT.repeat(4) + national.slice(national.length - shownAtEnd);
}

/**
 * A mail address by which its owner knows it: `budi@gmail.com` -> `b••i@gmail.com`. Of three letters or fewer
 * only the first shows, of one letter none. The number of dots does not tell the length.
 * @param address as `parseEmail` gives it
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return DOT.repeat(2);
  const local = address.slice(0, at);
  const first = local.length > 1 ? local.slice(0, 1) : '';
  const last = local.length > 3 ? local.slice(-1) : '';
  return first + DOT.repeat(2) + last + address.slice(at);
}

/** A taxpayer number with only its last four digits readable: `••••••••••••4012`. */
export function maskIdentifier(canonical: string): string {
  const hidden = Math.max(canonical.length - 4, Math.min(canonical.length, 4));
  return DOT.repeat(hidden) + canonical.slice(hidden);
}
