/**
 * Resolves when somebody wants this command to end: Ctrl-C, a signal, a closed terminal, or the death of the bootstrap
 * that started it (npm may be killed without passing anything on). A Ctrl-C comes twice, from the terminal and from the
 * bootstrap, and an impatient person's comes more often: every one after the first changes nothing.
 */
export function askedToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(undefined));
    process.on('disconnect', () => resolve(undefined));
    process.channel?.unref(); // listening to its end must not keep this process alive
  });
}
