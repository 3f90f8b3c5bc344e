import { useEffect, useState } from 'react';

/**
 * Deadlines are the server's. A computer whose clock is wrong must not offer a resend too early, call a living code dead, or count
 * a wait by its own time: every answer says what time it is by the clock that judges, and how fast that clock runs (1, but in
 * tests). Between two answers this computer only measures how long it has been.
 */
type Known = { server: number; local: number; rate: number };
let known: Known = { server: 0, local: 0, rate: 1 };
/** The Date header has whole seconds: below two of difference our own clock is the finer one. */
const COARSE = 2000;

const at = ({ server, local, rate }: Known): number => server + (Date.now() - local) * rate;

/** Reads an answer's headers; half of the way there and back counts as travel. `sentAt` in local milliseconds. */
export function learnServerTime(headers: Headers, sentAt: number): void {
  const local = Date.now();
  const stated = readTime(headers);
  if (stated === undefined) return;
  const travel = local - sentAt;
  const seen: Known = { server: stated.time + (travel / 2) * stated.rate, local, rate: stated.rate };
  const uncertain = stated.isCoarse ? COARSE : (travel / 2) * stated.rate;
  const differs = Math.abs(seen.server - at(known)) > uncertain || seen.rate !== known.rate;
  // What is known as well as it can be is kept: seconds that jump back and forth would look like a fault.
  if (differs) known = seen;
}

function readTime(headers: Headers): { time: number; rate: number; isCoarse: boolean } | undefined {
  const [time = '', rate = ''] = headers.get('sampai-time')?.split(';rate=') ?? [];
  const exact = { time: Date.parse(time), rate: Number(rate), isCoarse: false };
  if (!Number.isNaN(exact.time) && exact.rate >= 0) return exact;
  const coarse = { time: Date.parse(headers.get('date') ?? ''), rate: 1, isCoarse: true };
  return Number.isNaN(coarse.time) ? undefined : coarse;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return at(known);
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
