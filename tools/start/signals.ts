/** That a command was asked to end, and by what. */
export class Stopped {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

const REASONS = { SIGINT: 'Ctrl-C', SIGTERM: 'SIGTERM', SIGHUP: 'the terminal or npm is gone' };

/**
 * Resolves when somebody wants this command to end: Ctrl-C, a signal, a closed terminal, or the death of npm or of the
 * bootstrap, which may pass nothing on. A Ctrl-C comes twice, from the terminal and from the bootstrap, and an
 * impatient person's comes more often: every one after the first changes nothing.
 */
export function askedToStop(): Promise<Stopped> {
  return new Promise((resolve) => {
    for (const [signal, why] of Object.entries(REASONS)) process.on(signal, () => resolve(new Stopped(why)));
    process.on('disconnect', () => resolve(new Stopped('the bootstrap is gone')));
    process.channel?.unref(); // listening to its end must not keep this process alive
  });
}
