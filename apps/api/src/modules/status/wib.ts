const clock = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  hour: '2-digit',
  minute: '2-digit',
});

/** "09.31 WIB": the same in both languages, as everywhere on the portal. */
export const clockInWib = (at: Date): string => `${clock.format(at)} WIB`;
