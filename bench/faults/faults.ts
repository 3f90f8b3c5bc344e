import { setTimeout as wait } from 'node:timers/promises';
import { type Stage, WORKERS } from './stage.ts';

/** Something that happens to a running Sampai. `strike` is done when all that was stopped has been started again. */
export type Fault = {
  name: string;
  strike(stage: Stage): Promise<void>;
  /** Where it lasts: for how many seconds, and how it ends. Until then nothing is expected. */
  lasts?: { seconds: number; heal(stage: Stage): void };
};

const restartAll = async ({ kill, start }: Stage, names: string[]) => {
  await Promise.all(names.map(kill));
  await Promise.all(names.map((name) => start(name)));
};

export const FAULTS: Fault[] = [
  { name: 'api-killed', strike: (stage) => restartAll(stage, ['api']) },
  { name: 'worker-killed', strike: (stage) => restartAll(stage, WORKERS.slice(0, 1)) },
  { name: 'all-workers-killed', strike: (stage) => restartAll(stage, WORKERS) },
  { name: 'postgresql-restarted', strike: ({ restartDatabase }) => restartDatabase() },
  { name: 'postgresql-crashed', strike: ({ crashDatabase }) => crashDatabase() },
  {
    name: 'sockets-cut',
    async strike({ wires }) {
      for (const wire of wires) wire.cut();
      await wait(1_000);
      for (const wire of wires) wire.cut();
    },
  },
  {
    name: 'half-open',
    async strike({ wires }) {
      for (const wire of wires) wire.stall();
    },
  },
  {
    name: 'silent',
    async strike({ postOffice }) {
      postOffice.faults.add({ match: {}, fault: { kind: 'silent' } });
    },
    lasts: { seconds: 10, heal: ({ postOffice }) => postOffice.faults.clear() },
  },
];
