import { setTimeout as wait } from 'node:timers/promises';
import { openGround } from '@sampai/api/app/ground';
import { wireModules } from '@sampai/api/app/modules';
import { makeUndo } from '../tools/lib/undo.ts';
import { startTestStack } from '../tools/test/stack.ts';
import { cpuOf } from './lib/cpu.ts';
import { printFigure, quantile } from './lib/figure.ts';
import { issueCode } from './lib/issue.ts';
import { readOptions } from './lib/options.ts';

/**
 * From the commit that issues a code to the carrier's positive reply: real worker, real SMTP and SMPP sockets to the post
 * office, half mail and half SMS, issued by the use-case in this process at a steady rate.
 */
const { rate, seconds } = readOptions({ rate: 50, seconds: 30 });
const count = rate * seconds;
const WARM_UP = 20;
const PATIENCE_MS = 20_000;

const share = (times: number[], within: number) =>
  Math.round((times.filter((ms) => ms <= within).length / count) * 100_000) / 100_000;

const undo = makeUndo();
try {
  const { settings, databaseUrl, processes } = await startTestStack(undo, 'handover');
  const ground = openGround('bench', {
    databaseUrl,
    keysFile: settings.keysFile,
    production: false,
    logLevel: 'silent',
  });
  undo.add(ground.db.close);
  const modules = wireModules(ground, settings.origins.portal);
  const committed = new Map<string, number>();

  async function issue(i: number): Promise<void> {
    const token = await issueCode(ground, modules, i % 2 === 0 ? 'SMS' : 'EMAIL', i);
    if (i >= 0) committed.set(token, performance.timeOrigin + performance.now());
  }

  for (let i = -WARM_UP; i < 0; i++) await issue(i);
  const cpuBefore = cpuOf(processes);
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let i = 0; i < count; i++) {
    under.push(issue(i));
    await wait(Math.max(0, started + ((i + 1) * 1000) / rate - performance.now()));
  }
  await Promise.all(under);

  const arrived = async () =>
    ground.db.read.$queryRaw<{ ref: string; channel: string; at: number }[]>`
      SELECT content_ref AS ref, channel, (extract(epoch FROM sent_on_at) * 1000)::float8 AS at
      FROM message WHERE sent_on_at IS NOT NULL`;
  const end = performance.now() + PATIENCE_MS;
  let rows = await arrived();
  while (rows.filter(({ ref }) => committed.has(ref)).length < count && performance.now() < end) {
    await wait(100);
    rows = await arrived();
  }
  const times = (channel?: string) =>
    rows.flatMap(({ ref, channel: by, at }) => {
      const from = committed.get(ref);
      return from === undefined || (channel && by !== channel) ? [] : [at - from];
    });
  const all = times();
  const seconds = (performance.now() - started) / 1000;
  const cpu = cpuOf(processes);
  printFigure('handover', {
    rate_per_s: rate,
    messages: count,
    handed_over: all.length,
    p50_ms: quantile(all, 0.5),
    p95_ms: quantile(all, 0.95),
    p99_ms: quantile(all, 0.99),
    p999_ms: quantile(all, 0.999),
    within_2_s: share(all, 2_000),
    within_10_s: share(all, 10_000),
    max_ms: quantile(all, 1),
    sms_p50_ms: quantile(times('SMS'), 0.5),
    mail_p50_ms: quantile(times('EMAIL'), 0.5),
    // Of one core, by process, over the whole of it.
    cpu_share: Object.fromEntries(
      Object.entries(cpu).map(([name, used]) => [
        name,
        Math.round(((used - (cpuBefore[name] ?? 0)) / seconds) * 1000) / 1000,
      ]),
    ),
  });
} finally {
  await undo.run();
}
