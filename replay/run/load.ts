import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const TICKS_PER_SECOND = 100;

/** Time that all cores together have worked and idled, in ticks; null where the machine does not tell. */
function machine(): { busy: number; idle: number } | null {
  try {
    const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
    const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, irq = 0, softirq = 0, steal = 0] = ticks;
    return { busy: user + nice + system + irq + softirq + steal, idle: idle + waiting };
  } catch {
    return null;
  }
}

/** CPU seconds that a process has used so far; null where the machine does not tell. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

export type Load = {
  real_s: number;
  harness_cpu_s: number;
  worker_cpu_s: number | null;
  /** Share of the machine's cores that was in use, by whomever: near 1, the figures say more of the machine than of us. */
  machine_busy: number | null;
  /** How late this process was to notice anything, at worst but for one in a hundred. */
  loop_p99_ms: number;
};

/** Measures from now on what the run costs, and how far the harness itself lags behind. */
export function watchLoad(workerPid: number | undefined): () => Load {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const before = workerPid ? cpuOf(workerPid) : null;
  const machineBefore = machine();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const round = (value: number) => Math.round(value * 10) / 10;
  return () => {
    loop.disable();
    const { user, system } = process.cpuUsage(cpu);
    const after = workerPid ? cpuOf(workerPid) : null;
    const machineAfter = machine();
    const busy = (machineAfter?.busy ?? 0) - (machineBefore?.busy ?? 0);
    const idle = (machineAfter?.idle ?? 0) - (machineBefore?.idle ?? 0);
    return {
      machine_busy: busy + idle > 0 ? Math.round((busy / (busy + idle)) * 100) / 100 : null,
      real_s: round((performance.now() - began) / 1_000),
      harness_cpu_s: round((user + system) / 1e6),
      worker_cpu_s: before === null || after === null ? null : round(after - before),
      loop_p99_ms: round(loop.percentile(99) / 1e6),
    };
  };
}
