import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { root } from './place.mjs';
import { SIGNALS } from './stop.mjs';

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
  if (env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGHUP'));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...end) => resolve(end));
  });
  process.exitCode = code ?? 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}

/**
 * npm that is killed takes nothing with it, nor does the shell it runs its scripts in: watch both.
 * @param {() => void} action
 */
function whenOrphaned(action) {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (!grandparent || lives(grandparent))) return;
    clearInterval(timer);
    action();
  }, 500);
  timer.unref();
}

/** @param {number} pid @returns {number} 0 where the machine does not tell */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // "1 (name, any characters) state parent ..."
    return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
  } catch {
    return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? 0);
  }
}

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
