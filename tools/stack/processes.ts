import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../lib/paths.ts';
import { Refusal } from '../lib/refusal.ts';

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 10_000;

/** The processes that make Sampai, each a plain Node program that prints `ready <name>` when it serves. */
export const PROGRAMS = [
  { name: 'post-office', script: 'packages/testkit/src/post-office/main.ts' },
  { name: 'worker', script: 'apps/api/src/worker.ts' },
  { name: 'api', script: 'apps/api/src/main.ts' },
];

/** A process of ours, from its first moment. */
export type Running = {
  name: string;
  pid: number;
  script: string;
  /** Resolves when it serves; refuses when it ends before, with its last words. */
  ready: Promise<void>;
  /** Resolves when it has ended, with one sentence saying how. */
  ended: Promise<string>;
  /** Asks it to end, and makes it after ten seconds. Resolves when it has. */
  stop(): Promise<void>;
};

/**
 * Starts a program; what it says goes to `<logDir>/<name>.log`. In a process group of its own, so that a Ctrl-C on the
 * terminal reaches the launcher alone, which then stops things in order.
 */
export function startProgram(
  program: { name: string; script: string },
  env: NodeJS.ProcessEnv,
  logDir: string,
): Running {
  mkdirSync(logDir, { recursive: true });
  const log = createWriteStream(path.join(logDir, `${program.name}.log`));
  const script = path.resolve(root, program.script);
  const options = { cwd: root, env, detached: process.platform !== 'win32' };
  const child = spawn(process.execPath, [script], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let lastWords = '';
  child.stderr.on('data', (text: Buffer) => {
    log.write(text);
    lastWords = `${lastWords}${text}`.slice(-2_000);
  });
  child.stdout.pipe(log, { end: false });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${program.name} could not be started: ${error.message}`));
    child.once('close', (code, signal) => {
      log.end();
      const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      resolve(`${program.name} ${how}${lastWords.trim() ? `: ${lastWords.trim()}` : '.'}`);
    });
  });
  const ready = waitForReady(program.name, child, ended);
  return { name: program.name, pid: child.pid ?? 0, script, ready, ended, stop: () => stop(child, ended) };
}

async function waitForReady(name: string, child: ChildProcess, ended: Promise<string>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`${name} did not become ready within a minute.`), READY_WITHIN_MS);
  });
  const said = new Promise<undefined>((resolve) => {
    if (!child.stdout) return;
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => line === `ready ${name}` && resolve(undefined));
  });
  const failure = await Promise.race([said, ended, late]);
  clearTimeout(timer);
  if (failure) throw new Refusal(failure);
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
