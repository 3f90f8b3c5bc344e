import { useEffect, useState } from 'react';

/**
 * Deadlines are the server's. A computer whose clock is wrong must not offer a resend too early or call a living
 * code dead, so every answer's Date header says how far this clock is off.
 */
let offset = 0;

/** Reads an answer's headers; half of the way there and back counts as travel. `sentAt` in local milliseconds. */
export function learnServerTime(headers: Headers, sentAt: number): void {
  const stated = headers.get('date');
  const server = stated === null ? Number.NaN : Date.parse(stated);
  if (Number.isNaN(server)) return;
  const travel = (Date.now() - sentAt) / 2;
  const seen = server + travel - Date.now();
  // The Date header has whole seconds: below two seconds of difference our own clock is the finer one.
  offset = Math.abs(seen) < 2000 ? 0 : seen;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** The server's time, again every second; for a screen that counts. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
