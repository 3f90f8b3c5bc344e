/** `npm run replay -- gmail-2020 | sms-2023`: an incident against the product and against the policy of the day. */
import { show } from './lib/exec.ts';

const replay = (args: string[]): Promise<number> => show(process.execPath, ['replay/main.ts', ...args]);
export default replay;
