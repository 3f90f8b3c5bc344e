const clock = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  hour: '2-digit',
  minute: '2-digit',
});

/** "09.31 WIB": the same in both languages, as everywhere on the portal. */
export const clockInWib = (at: Date): string => `${clock.format(at)} WIB`;

const longDay = {
  id: new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'full' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', dateStyle: 'full' }),
};

/** "Minggu, 28 Mei 2023": the weekday is derived, never typed (R55). */
export const dayInWib = (at: Date, locale: 'id' | 'en'): string => longDay[locale].format(at);

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Jakarta',
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** "Fri, 26/05/2023 18.00 WIB" */
export const momentInWib = (at: Date): string => `${day.format(at)} ${clockInWib(at)}`;

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2})[.:](\d{2})$/;

/** Nothing that is typed here happened before. */
const EARLIEST_YEAR = 2000;

/** "2023-05-26 18.00" as people write it, in WIB. Null where it is no such time ("2023-02-30 18.00"). */
export function readMoment(text: string): Date | null {
  const [, year, month, date, hour, minute] = MOMENT.exec(text.trim()) ?? [];
  if (!year || Number(year) < EARLIEST_YEAR) return null;
  const at = new Date(`${year}-${month}-${date}T${hour}:${minute}:00+07:00`);
  if (Number.isNaN(at.getTime())) return null;
  const shifted = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return shifted.startsWith(`${year}-${month}-${date}T${hour}:${minute}`) ? at : null;
}
