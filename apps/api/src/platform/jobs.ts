import type { Tx } from './database.ts';

/**
 * Adds a job for what may wait (PDF, receipt mail, sweeps), in the caller's transaction. `key` makes it idempotent: the
 * same key again replaces a job that has not begun. Payloads hold ids only.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, string>,
  key: string,
): Promise<void> {
  await tx.$executeRaw`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key})`;
}

export type JobHandler = (payload: Record<string, string>) => Promise<void>;
