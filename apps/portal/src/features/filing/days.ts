/** Whether a day, `YYYY-MM-DD` in WIB, is over; `now` in milliseconds since 1970. */
export function isPast(day: string, now: number): boolean {
  return now > Date.parse(`${day}T23:59:59.999+07:00`);
}
