import type { Locale } from './locale.ts';

/**
 * Figures and times as people read them. Hours have dots and amounts have dots in both languages, as on the
 * message, the form and the receipt they are compared with; all times are Western Indonesian Time (WIB).
 */
const ZONE = 'Asia/Jakarta';
const hourMinute = new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const hourMinuteSecond = new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, timeStyle: 'medium' });
const day = { id: dayIn('id-ID', 'long'), en: dayIn('en-GB', 'long') };
const longDay = { id: dayIn('id-ID', 'full'), en: dayIn('en-GB', 'full') };
const whole = new Intl.NumberFormat('id-ID');

function dayIn(tag: string, dateStyle: 'long' | 'full') {
  return new Intl.DateTimeFormat(tag, { timeZone: ZONE, dateStyle });
}

type Instant = string | number | Date;

/** "09.31" */
export function clock(at: Instant): string {
  return hourMinute.format(new Date(at));
}

/** "09.31.02" */
export function clockWithSeconds(at: Instant): string {
  return hourMinuteSecond.format(new Date(at));
}

/** "31 Maret 2025", from an instant or from a plain date "2025-03-31" (read as a day in WIB). */
export function date(at: Instant, locale: Locale): string {
  const plain = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
  return day[locale].format(new Date(plain ? `${at}T12:00:00+07:00` : at));
}

/** "31 Maret 2025, 09.31 WIB" */
export function moment(at: Instant, locale: Locale): string {
  return `${date(at, locale)}, ${clock(at)} WIB`;
}

/** "Jumat, 26 Mei 2023, 18.00 WIB": for what people plan by. The weekday is derived, never stored (R55). */
export function dayMoment(at: Instant, locale: Locale): string {
  return `${longDay[locale].format(new Date(at))}, ${clock(at)} WIB`;
}

const between = { id: 'sampai', en: 'to' };

/** "Jumat, 26 Mei 2023, 18.00 sampai 23.59 WIB"; with both days where they differ. */
export function span(from: Instant, to: Instant, locale: Locale): string {
  const [first, last] = [dayMoment(from, locale), dayMoment(to, locale)];
  return date(from, 'id') === date(to, 'id')
    ? `${first.replace(/ WIB$/, '')} ${between[locale]} ${clock(to)} WIB`
    : `${first} ${between[locale]} ${last}`;
}

/** "09.41 WIB" on the same day as `now`, with the date before it on any other. */
export function until(at: Instant, now: Instant, locale: Locale): string {
  const sameDay = date(at, 'id') === date(now, 'id');
  return sameDay ? `${clock(at)} WIB` : moment(at, locale);
}

/** Whole rupiah from the API's string of digits: "Rp58.000.000", "−Rp55.000". */
export function rupiah(digits: string): string {
  const amount = BigInt(digits);
  return `${amount < 0n ? '\u2212' : ''}Rp${whole.format(amount < 0n ? -amount : amount)}`;
}

const units = {
  id: { second: ['detik', 'detik'], minute: ['menit', 'menit'], hour: ['jam', 'jam'] },
  en: { second: ['second', 'seconds'], minute: ['minute', 'minutes'], hour: ['hour', 'hours'] },
} as const;

/** "4 detik", "14 menit", "2 jam": one unit, rounded up, because a wait is never shorter than we said. */
export function duration(seconds: number, locale: Locale): string {
  const [count, unit] =
    seconds < 100
      ? ([Math.max(1, Math.ceil(seconds)), 'second'] as const)
      : seconds < 100 * 60
        ? ([Math.ceil(seconds / 60), 'minute'] as const)
        : ([Math.ceil(seconds / 3600), 'hour'] as const);
  return `${count} ${units[locale][unit][count === 1 ? 0 : 1]}`;
}

/** Twenty digits as people read them out; the spaces are not part of the number and may be typed with it. */
export function inFours(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
