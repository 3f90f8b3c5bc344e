import { openGround } from '@sampai/api/app/ground';
import { wireModules } from '@sampai/api/app/modules';
import { freePort } from '@sampai/testkit/free-port';
import pg from 'pg';
import { makeUndo } from '../tools/lib/undo.ts';
import { ensureDatabase } from '../tools/postgres/index.ts';
import { startProgram } from '../tools/stack/processes.ts';
import { environment } from '../tools/stack/settings.ts';
import { startTestStack } from '../tools/test/stack.ts';
import { printFigure } from './lib/figure.ts';
import { CONNECTIONS, median, openClient, type Pace } from './lib/load.ts';
import { readOptions } from './lib/options.ts';
import { bareStatements } from './tokens/bare.ts';
import type { Contender } from './tokens/contender.ts';
import { apiInProcess } from './tokens/in-process.ts';
import { sampai } from './tokens/ours.ts';
import { betterAuth } from './tokens/peer.ts';

/**
 * `npm run bench -- tokens`: codes issued and verified per second, by three contenders in turn on one PostgreSQL: the
 * portal's own mutations over HTTP against one API process (each writes token or attempt, message or arrival, and audit in
 * one transaction), better-auth's emailOTP over HTTP from a process of its own, and the API's SQL statements sent by a bare
 * `pg` client. Worker and post office rest: nobody delivers here. Medians of the rounds.
 */
const { ops, rounds, others } = readOptions(
  { ops: 300, rounds: 15 },
  /** Prints the statements, too. */
  { print: { type: 'boolean' } },
);
const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Both APIs run as in production: people see this origin, and a proxy before them speaks TLS. */
const ORIGIN = 'https://pajak.example';

type Measured = Pace & { cpuMs: number | null };

const undo = makeUndo();
try {
  const { settings, databaseUrl, processes, logDir } = await startTestStack(undo, 'tokens');
  for (const running of processes) await running.stop();
  const env = {
    ...environment(settings, databaseUrl, '-'),
    ...{ NODE_ENV: 'production', PUBLIC_ORIGIN: ORIGIN, DESK_ORIGIN: 'https://desk.pajak.example' },
  };
  const start = async (program: { name: string; script: string }, its: NodeJS.ProcessEnv) => {
    const running = startProgram(program, its, logDir);
    undo.add(running.stop);
    await running.ready;
  };
  await start({ name: 'api', script: 'apps/api/src/main.ts' }, env);
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  undo.add(() => owner.end());
  const ground = openGround('bench', {
    databaseUrl,
    keysFile: settings.keysFile,
    production: false,
    logLevel: 'silent',
  });
  undo.add(ground.db.close);
  const modules = wireModules(ground, settings.origins.portal);
  const clientOf = (at: string, origin = at) => {
    const client = openClient(at, origin);
    undo.add(client.close);
    return client;
  };

  const peerUrl = Object.assign(new URL(databaseUrl), { pathname: '/peer' }).toString();
  await ensureDatabase(peerUrl);
  const port = String(await freePort());
  const peerEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PEER_DATABASE_URL: peerUrl,
    PEER_PORT: port,
  };
  await start({ name: 'peer', script: 'bench/tokens/peer-server.ts' }, peerEnv);
  const peerOrigin = `http://127.0.0.1:${port}`;

  const api = await apiInProcess(env, ground, modules);
  undo.add(api.close);
  const bare = await bareStatements(databaseUrl, owner, modules, api);
  undo.add(bare.close);
  const portal = `http://127.0.0.1:${settings.ports.PORT}`;
  const contenders = [
    sampai(owner, modules, clientOf(portal, ORIGIN), portal),
    betterAuth(peerUrl, clientOf(peerOrigin), peerOrigin),
    bare,
  ];

  const measure = async (contender: Contender, act: () => Promise<Pace>): Promise<Measured> => {
    const before = await contender.cpuSeconds();
    const paced = await act();
    const after = await contender.cpuSeconds();
    return {
      ...paced,
      cpuMs: before === null || after === null ? null : ((after - before) * 1000) / ops,
    };
  };
  const all = new Map(
    contenders.map(({ name }) => [name, { issue: [] as Measured[], verify: [] as Measured[] }]),
  );
  // The first round warms processes, plans and pages, and is not counted.
  for (let n = 0; n <= rounds; n += 1)
    for (const contender of contenders.map((_, index) => contenders[(index + n) % contenders.length])) {
      if (!contender) continue;
      await contender.prepare(ops);
      const issue = await measure(contender, contender.issue);
      await contender.collect();
      const verify = await measure(contender, contender.verify);
      if (n === 0) continue;
      all.get(contender.name)?.issue.push(issue);
      all.get(contender.name)?.verify.push(verify);
    }

  const figures = (name: string, step: 'issue' | 'verify') => {
    const measured = all.get(name)?.[step] ?? [];
    const of = (key: keyof Measured) => median(measured.map((one) => one[key] ?? Number.NaN));
    const cpu = of('cpuMs');
    return {
      per_s: Math.round(of('perSecond')),
      p50_ms: round(of('p50')),
      p99_ms: round(of('p99')),
      ...(Number.isNaN(cpu) ? {} : { cpu_ms_per_op: round(cpu, 2) }),
    };
  };
  const ratio = (name: string, step: 'issue' | 'verify') =>
    round(figures('sampai', step).per_s / figures(name, step).per_s, 2);
  printFigure('tokens', {
    connections: CONNECTIONS,
    ops,
    rounds,
    sampai: { issue: figures('sampai', 'issue'), verify: figures('sampai', 'verify') },
    better_auth: {
      version: '1.7.25 emailOTP',
      note: 'verify signs an existing user in and writes a session; neither step writes a message or an audit entry',
      issue: figures('better-auth', 'issue'),
      verify: figures('better-auth', 'verify'),
    },
    bare_pg: {
      statements: { issue: bare.statements.issue.length, verify: bare.statements.verify.length },
      issue: figures('bare', 'issue'),
      verify: figures('bare', 'verify'),
    },
    ratio: {
      issue_to_better_auth: ratio('better-auth', 'issue'),
      verify_to_better_auth: ratio('better-auth', 'verify'),
      issue_to_bare: ratio('bare', 'issue'),
      verify_to_bare: ratio('bare', 'verify'),
    },
  });
  if (others.print) console.log(JSON.stringify(bare.statements, null, 1));
} finally {
  await undo.run();
}
