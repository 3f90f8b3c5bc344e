import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on stderr, so that stdout holds the one line `ready <name>`. No bodies, headers, cookies or addresses. */
export const makeLog = (name: string, level: string): Log =>
  pino(
    {
      name,
      level,
      base: { name },
      redact: { paths: ['*.code', '*.password', '*.efin', 'req.headers'], censor: '••••' },
    },
    destination(2),
  );

/** A fault's kind, without its message: messages of drivers may quote values. */
export const faultOf = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}${'code' in fault ? ` ${String(fault.code)}` : ''}` : 'unknown';
