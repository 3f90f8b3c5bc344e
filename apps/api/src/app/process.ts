import { ConfigError } from '#config/env';
import { KeysError } from '#platform/keys';

/** Runs a front door: prints `ready <name>` when it serves, ends cleanly on a signal, says in one sentence why it cannot. */
export async function runProcess(
  name: string,
  start: () => Promise<{ stop(): Promise<void> }>,
): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (stopping) return;
        stopping = true;
        running.stop().then(
          () => process.exit(0),
          () => process.exit(1),
        );
      });
    console.log(`ready ${name}`);
  } catch (fault) {
    process.stderr.write(`${name}: ${sentenceFor(fault)}\n`);
    process.exit(1);
  }
}

/** One sentence for whoever started it. */
export function sentenceFor(fault: unknown): string {
  if (fault instanceof ConfigError || fault instanceof KeysError) return fault.message;
  const { code, port, message, name } = fault as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `port ${port} is taken.`;
  if (code === 'EADDRNOTAVAIL') return 'HOST is not an address of this machine.';
  if (code === 'ECONNREFUSED') return 'the database does not answer.';
  return name === 'CarriersFileError' || name === 'Error'
    ? message
    : `it could not start (${name}${code ? ` ${code}` : ''}).`;
}
