/**
 * The moment after which the SMSC drops a message, from `validity_period` (SMPP 3.4, 7.1.1): absolute
 * `YYMMDDhhmmsstnnp` (nn quarter hours ahead of or behind UTC) or relative `YYMMDDhhmmss000R`.
 * @returns null when empty (the SMSC's own limit); undefined when malformed, to be answered ESME_RINVEXPIRY
 */
export function validUntil(raw: string, now: Date): Date | null | undefined {
  if (raw === '') return null;
  const parts = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d)(\d\d)([+\-R])$/.exec(raw);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, tenth = 0, quarters = 0] = parts
    .slice(1, 9)
    .map(Number);
  if (parts[9] === 'R') {
    const end = new Date(now);
    end.setUTCFullYear(end.getUTCFullYear() + year, end.getUTCMonth() + month, end.getUTCDate() + day);
    return new Date(end.getTime() + ((hour * 60 + minute) * 60 + second) * 1000);
  }
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const local = Date.UTC(2000 + year, month - 1, day, hour, minute, second, tenth * 100);
  return new Date(local - (parts[9] === '+' ? 1 : -1) * quarters * 15 * 60_000);
}
