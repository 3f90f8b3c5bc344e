/** `npm run replay -- gmail-2020 | sms-2023`: an incident against the product and against the policy of the day. */
import { show } from './lib/exec.ts';
import { step } from './lib/progress.ts';
import { generateClient } from './stack/build.ts';

export default async function replay(args: string[]): Promise<number> {
  await step('Generating the database client', generateClient);
  return show(process.execPath, ['replay/main.ts', ...args]);
}
