import type { Pace } from '../lib/load.ts';

/** One of those that are measured beside each other. Each round brings people nobody has seen before. */
export type Contender = {
  name: string;
  /** Writes whom the round needs, before the clock starts. */
  prepare(count: number): Promise<void>;
  issue(): Promise<Pace>;
  /** Fetches the codes that were issued, off the clock. */
  collect(): Promise<void>;
  verify(): Promise<Pace>;
  /** Seconds of CPU that its process has used; null where it has none of its own. */
  cpuSeconds(): Promise<number | null>;
};
