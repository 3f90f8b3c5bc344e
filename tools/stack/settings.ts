import { isIP } from 'node:net';
import path from 'node:path';
import { freePort } from '@sampai/testkit/free-port';
import { root } from '../lib/paths.ts';
import { nextFree, obstacle } from '../lib/ports.ts';
import { Refusal } from '../lib/refusal.ts';
import { intakeOf } from './intake.ts';

const DEFAULT_PORTS = {
  PORT: 3000,
  DESK_PORT: 3001,
  POST_OFFICE_PORT: 3002,
  SMTP_PORT: 2525,
  SMPP_PORT: 2775,
  BOUNCE_PORT: 2526,
  PG_PORT: 5544,
};
type PortName = keyof typeof DEFAULT_PORTS;
const PORT_NAMES = Object.keys(DEFAULT_PORTS) as PortName[];

/** One running Sampai: where it keeps its data and where it listens. */
export type Settings = {
  /** NODE_ENV=production: no seed, no post office, and files and database of the operator's own. */
  production: boolean;
  host: string;
  ports: Record<PortName, number>;
  dataDir: string;
  /** A database of the user's own; undefined: the embedded one. */
  databaseUrl: string | undefined;
  /** Where browsers find portal, desk and post office. */
  origins: { portal: string; desk: string; postOffice: string };
  keysFile: string;
  /** A carriers file of the user's own; undefined: one is written that names the post office. */
  carriersFile: string | undefined;
  peopleFile: string;
};

/** Data of `npm start`. */
export const DATA_DIR = path.join(root, '.data');

/**
 * Settings of `npm start` from the environment. A port that is set and taken is refused; one that is not set moves to
 * the next free one. PG_PORT may be taken: by our own server, left running by a launcher that was killed.
 */
export async function settingsFrom(env: NodeJS.ProcessEnv): Promise<Settings> {
  const host = await readHost(env.HOST);
  const ports = { ...DEFAULT_PORTS };
  const given = givenPorts(env);
  const taken = new Set(given.values());
  for (const name of PORT_NAMES) {
    const at = name === 'PG_PORT' ? '127.0.0.1' : host;
    const set = given.get(name);
    if (set !== undefined && name !== 'PG_PORT') await mustBeFree(name, set, at);
    ports[name] = set ?? (await nextFree(DEFAULT_PORTS[name], at, taken));
    taken.add(ports[name]);
  }
  return complete({ host, ports, dataDir: DATA_DIR }, env);
}

/** The ports that are set. No two may be alike. */
function givenPorts(env: NodeJS.ProcessEnv): Map<PortName, number> {
  const given = new Map<PortName, number>();
  for (const name of PORT_NAMES) {
    const port = readPort(name, env[name]);
    if (port === undefined) continue;
    const other = [...given].find(([, its]) => its === port);
    if (other) throw new Refusal(`${name} and ${other[0]} are both ${port}: set another one for either.`);
    given.set(name, port);
  }
  return given;
}

async function mustBeFree(name: PortName, port: number, host: string): Promise<void> {
  const code = await obstacle(port, host);
  if (code === null) return;
  const why = code === 'EACCES' ? 'not allowed for this user (mostly those below 1024 are not)' : 'taken';
  throw new Refusal(`${name} ${port} is ${why}: set another one, or leave it unset.`);
}

/** Where to listen: an address or a name that this machine has. */
async function readHost(value: string | undefined): Promise<string> {
  const host = value || '127.0.0.1';
  if ((await obstacle(0, host)) === null) return host;
  const what = isIP(host)
    ? 'is no address of this machine'
    : 'is neither an address nor a name of this machine';
  throw new Refusal(`HOST ${host} ${what}: set one that is (127.0.0.1, 0.0.0.0), or leave it unset.`);
}

/** Settings beside anything else that runs: free ports, a data folder of its own, the embedded database. */
export async function settingsApart(dataDir: string): Promise<Settings> {
  const ports = { ...DEFAULT_PORTS };
  const taken = new Set<number>();
  for (const name of PORT_NAMES) {
    do ports[name] = await freePort();
    while (taken.has(ports[name]));
    taken.add(ports[name]);
  }
  return complete({ host: '127.0.0.1', ports, dataDir }, {});
}

function complete(base: Pick<Settings, 'host' | 'ports' | 'dataDir'>, env: NodeJS.ProcessEnv): Settings {
  const local = (port: number) => `http://localhost:${port}`;
  return {
    ...base,
    production: isProduction(env),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    origins: {
      portal: readOrigin('PUBLIC_ORIGIN', env.PUBLIC_ORIGIN) ?? local(base.ports.PORT),
      desk: readOrigin('DESK_ORIGIN', env.DESK_ORIGIN) ?? local(base.ports.DESK_PORT),
      postOffice: local(base.ports.POST_OFFICE_PORT),
    },
    keysFile: env.KEYS_FILE || path.join(base.dataDir, 'keys.json'),
    carriersFile: env.CARRIERS_FILE || undefined,
    peopleFile: path.join(base.dataDir, 'people.json'),
  };
}

/** In production nothing is made up: what npm start would otherwise provide must be given. */
function isProduction(env: NodeJS.ProcessEnv): boolean {
  if (env.NODE_ENV !== 'production') return false;
  const missing = ['DATABASE_URL', 'KEYS_FILE', 'CARRIERS_FILE', 'PUBLIC_ORIGIN', 'DESK_ORIGIN'].filter(
    (name) => !env[name],
  );
  if (missing.length > 0)
    throw new Refusal(`NODE_ENV=production needs ${missing.join(', ')} (docs/OPERATING.md).`);
  return true;
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (!value || /^postgres(ql)?:\/\//.test(value)) return value || undefined;
  throw new Refusal('DATABASE_URL must be a postgresql:// address.');
}

function readOrigin(name: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && /^\/?$/.test(url.pathname + url.search + url.hash))
    return url.origin;
  throw new Refusal(
    `${name} must be an origin like https://pajak.example or http://localhost:3000, not "${value}".`,
  );
}

function readPort(name: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`${name} must be a port number between 1 and 65535, not "${value}".`);
}

/** The environment of every process of this Sampai. */
export function environment(
  settings: Settings,
  databaseUrl: string,
  carriersFile: string,
): NodeJS.ProcessEnv {
  const { host, ports, origins, keysFile, peopleFile } = settings;
  const intake = intakeOf(carriersFile, ports.BOUNCE_PORT);
  return {
    ...process.env,
    NODE_ENV: settings.production ? 'production' : 'development',
    HOST: host,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    DATABASE_URL: databaseUrl,
    KEYS_FILE: keysFile,
    CARRIERS_FILE: carriersFile,
    PEOPLE_FILE: peopleFile,
    // Set by hand it goes on to the worker in any case, which says why it cannot be.
    BOUNCE_PORT: intake && 'port' in intake ? String(intake.port) : (process.env.BOUNCE_PORT ?? ''),
    PUBLIC_ORIGIN: origins.portal,
    DESK_ORIGIN: origins.desk,
  };
}
