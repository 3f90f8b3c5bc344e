import { spawn } from 'node:child_process';
import { root } from './paths.ts';
import { explainOutput, Refusal } from './refusal.ts';

type Options = { env?: NodeJS.ProcessEnv; cwd?: string };
export type Outcome = { code: number; output: string };

/** Windows finds node_modules/.bin programs through its shell only. */
const shell = process.platform === 'win32';

/** Runs a program to its end and returns its exit code with everything it said. */
export function capture(program: string, args: string[], options: Options = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    const collect = (text: Buffer) => {
      output += text.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program that must succeed; refuses with what it said when it does not. */
export async function must(program: string, args: string[], options: Options = {}): Promise<string> {
  const { code, output } = await capture(program, args, options);
  if (code === 0) return output;
  throw new Refusal(explainOutput(output) ?? `\`${program} ${args.join(' ')}\` failed:\n${output.trim()}`);
}

/** Runs a program on the terminal and returns its exit code. */
export function show(program: string, args: string[], options: Options = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...options.env };
    const child = spawn(program, args, { cwd: options.cwd ?? root, env, stdio: 'inherit', shell });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
