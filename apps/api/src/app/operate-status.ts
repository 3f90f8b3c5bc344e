import { runStatusCommand } from '#modules/status';
import { operate } from './operate.ts';

/** The operator's way to incidents and maintenance. */
export const operateStatus = (args: string[]): Promise<number> =>
  operate('status', ({ statusNeeds }) => runStatusCommand(statusNeeds, args));
