import { spawn } from 'node:child_process';
import { Refusal, wordsFor } from './place.mjs';

/**
 * Runs an installer quietly to its end. When it fails, shows what it said and refuses in one sentence.
 * @param {string[]} program @param {string[]} args @param {NodeJS.ProcessEnv} env @param {string} failure
 */
export async function run(program, args, env, failure) {
  const [file = '', ...first] = program;
  const windowsScript = file.endsWith('.cmd'); // runs through a shell only
  const child = spawn(file, [...first, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windowsScript,
  });
  const end = () => child.kill();
  process.once('exit', end);
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => process.off('exit', end));
  if (code === 0) return;
  if (/ENOSPC|No space left/i.test(said)) throw new Refusal(String(wordsFor({ code: 'ENOSPC' })));
  console.error(said.trim());
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(said);
  throw new Refusal(
    `${failure}${offline ? ': the registry cannot be reached. Is the machine online?' : ' (see above).'}`,
  );
}

/** Says that a step is done, in the manner of the steps to come. @param {string} title @param {number} since */
export function done(title, since) {
  console.error(`  ✓ ${title.padEnd(44)} ${((performance.now() - since) / 1000).toFixed(1)} s`);
}
