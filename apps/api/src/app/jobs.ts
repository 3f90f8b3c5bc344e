import { Logger, type LogLevel, run } from 'graphile-worker';
import type { JobHandler } from '#platform/jobs';
import type { Log } from '#platform/log';

const JOBS_AT_ONCE = 2;
const LEVEL: Record<LogLevel, 'error' | 'warn' | 'debug'> = {
  error: 'error',
  warning: 'warn',
  info: 'debug',
  debug: 'debug',
};

/** Runs what may wait. The library's messages go to our log at a lower level; job payloads are not among them. */
export function runJobs(databaseUrl: string, handlers: Record<string, JobHandler>, log: Log) {
  return run({
    connectionString: databaseUrl,
    concurrency: JOBS_AT_ONCE,
    noHandleSignals: true,
    crontab: '',
    logger: new Logger(() => (level, message) => log[LEVEL[level]](`jobs: ${message}`)),
    taskList: Object.fromEntries(
      Object.entries(handlers).map(([task, handle]) => [
        task,
        (payload) => handle(payload as Record<string, string>),
      ]),
    ),
  });
}
