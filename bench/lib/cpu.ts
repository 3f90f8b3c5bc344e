import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** Seconds of CPU so far, by process: ours by name, all of PostgreSQL's on this machine together, and this one. Linux only. */
export function cpuOf(processes: readonly { name: string; pid: number }[]): Record<string, number> {
  const ours = Object.fromEntries(processes.map(({ name, pid }) => [name, statOf(String(pid))?.cpu ?? 0]));
  const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const postgres = all.flatMap((pid) => {
    const stat = statOf(pid);
    return stat?.name === 'postgres' ? [stat.cpu] : [];
  });
  const { user, system } = process.cpuUsage();
  return { ...ours, postgres: postgres.reduce((sum, cpu) => sum + cpu, 0), issuer: (user + system) / 1e6 };
}

function statOf(pid: string): { name: string; cpu: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(text) ?? [];
    const fields = rest.split(' ');
    return { name, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
