/** The form under which an address is kept and looked up: mail in lower case, a number as +62..., digits only. */
export function addressKey(raw: string): string {
  const address = raw.trim();
  if (address.includes('@')) return address.toLowerCase();
  const digits = address.replace(/\D/g, '');
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`;
  return digits.startsWith('8') ? `+62${digits}` : `+${digits}`;
}

/** The part after the last `@`, in lower case; undefined for a number. */
export function domainOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  return at < 0 ? undefined : address.slice(at + 1).toLowerCase();
}
