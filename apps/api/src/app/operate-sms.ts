import { runSmsCommand } from '#modules/tokens';
import { operate } from './operate.ts';

/** The operator's look at what SMS cost. */
export const operateSms = (args: string[]): Promise<number> =>
  operate('sms', (_, { db }) => runSmsCommand(db.read, args));
