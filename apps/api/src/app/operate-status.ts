import { runLanesCommand } from '#modules/delivery';
import { runStatusCommand } from '#modules/status';
import { operate } from './operate.ts';

/** The operator's way to lanes, incidents and maintenance. */
export const operateStatus = (args: string[]): Promise<number> =>
  operate('status', ({ statusNeeds }, { db }) =>
    args[0] === 'lanes' ? runLanesCommand(db.read, args.slice(1)) : runStatusCommand(statusNeeds, args),
  );
