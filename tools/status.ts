/** `npm run status -- <command>`: incidents and maintenance. */
import { operate } from './stack/operate.ts';

export default (args: string[]): Promise<number> => operate('apps/api/src/status.ts', args);
