import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './place.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the command itself on the right Node and takes over its exit code. Signals go on to it; a Ctrl-C reaches it
 * twice that way (the terminal tells the whole group), which it expects.
 * @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
export async function handOver(node, args, env) {
  // The channel carries nothing: it closes when this process dies, however it dies, and tells the command so.
  const child = spawn(node, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  child.channel?.unref();
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  if (env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...end) => resolve(end));
  });
  process.exitCode = code ?? 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}

/**
 * npm that is killed takes nothing with it. Its scripts notice by getting another parent.
 * @param {() => void} action
 */
function whenOrphaned(action) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    action();
  }, 500);
  timer.unref();
}
