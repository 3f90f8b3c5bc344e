import type { Locale } from './locale.ts';

/** Times as people read them: with dots in both languages, as on the message, and in Western Indonesian Time (WIB). */
const ZONE = 'Asia/Jakarta';
const hourMinute = new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const hourMinuteSecond = new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, timeStyle: 'medium' });
const day = { id: dayIn('id-ID'), en: dayIn('en-GB') };

function dayIn(tag: string) {
  return new Intl.DateTimeFormat(tag, { timeZone: ZONE, dateStyle: 'medium' });
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

/** "31 Mar 2025" */
export function date(at: Instant, locale: Locale): string {
  return day[locale].format(new Date(at));
}

/** "09.41" on the same day as `now`, with the date before it on any other: "31 Mar 2025, 09.41". */
export function moment(at: Instant, now: Instant, locale: Locale): string {
  const sameDay = date(at, 'id') === date(now, 'id');
  return sameDay ? clock(at) : `${date(at, locale)}, ${clock(at)}`;
}

const longDay = {
  id: new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, dateStyle: 'full' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, dateStyle: 'full' }),
};

/** "Jumat, 26 Mei 2023, 18.00 WIB": for what people plan by. */
export function dayMoment(at: Instant, locale: Locale): string {
  return `${longDay[locale].format(new Date(at))}, ${clock(at)} WIB`;
}

/** The same within a sentence: "pukul 09.41", "23 Nov 2026 pukul 02.02"; "09.41", "02.02 on 23 Nov 2026". */
export function spoken(at: Instant, now: Instant, locale: Locale): string {
  const sameDay = date(at, 'id') === date(now, 'id');
  if (locale === 'id') return `${sameDay ? '' : `${date(at, locale)} `}pukul ${clock(at)}`;
  return sameDay ? clock(at) : `${clock(at)} on ${date(at, locale)}`;
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
