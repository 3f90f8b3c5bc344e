import { setTimeout as wait } from 'node:timers/promises';

/** SQLSTATE: connection exceptions, a server that stops, crashed, or does not take anybody yet; no connection left. */
const SQLSTATE = /^(08...|57P0[123]|53300)$/;
const SYSTEM = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EAI_AGAIN)$/;
/** Prisma: cannot be reached, timed out, closed the connection. */
const PRISMA = /^P(1001|1002|1008|1017)$/;
/** What `pg` says without a code. */
const WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable|^Connection ended/;

/** SQLSTATE: chosen to end a deadlock, or not to be put in order with others: rolled back as a whole, and nobody's mistake. */
const ROLLED_BACK = /^40(P01|001)$/;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** Whether a fault says that the database is away, and nothing of what was asked of it: the same again may work. */
export function isOutage(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = String('code' in fault ? fault.code : '');
  return (
    SQLSTATE.test(code) ||
    SYSTEM.test(code) ||
    PRISMA.test(code) ||
    WORDS.test(fault.message) ||
    (fault instanceof AggregateError && fault.errors.some(isOutage))
  );
}

const mayWorkAgain = (fault: unknown): boolean =>
  isOutage(fault) || (fault instanceof Error && 'code' in fault && ROLLED_BACK.test(String(fault.code)));

/**
 * Does `work`, and again while the database is away, or has rolled it back for the sake of others, for at most `longest()` ms in all. It must bear being done twice: of a
 * commit whose answer was lost nobody knows whether it happened. `onWait` hears of each pause.
 */
export async function throughOutages<T>(
  longest: () => number,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  const began = performance.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (fault) {
      if (!mayWorkAgain(fault) || performance.now() + pause > began + longest()) throw fault;
    }
    onWait();
    await wait(pause);
  }
}
