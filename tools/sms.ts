/** `npm run sms -- spending`: what SMS cost. */
import { operate } from './stack/operate.ts';

export default (args: string[]): Promise<number> => operate('apps/api/src/sms.ts', args);
