import path from 'node:path';
import { root } from '../lib/paths.ts';
import { anyFree, isFree, nextFree } from '../lib/ports.ts';
import { Refusal } from '../lib/refusal.ts';

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
  const host = env.HOST || '127.0.0.1';
  const ports = { ...DEFAULT_PORTS };
  const taken = new Set<number>();
  for (const name of PORT_NAMES) {
    const at = name === 'PG_PORT' ? '127.0.0.1' : host;
    ports[name] = readPort(name, env[name]) ?? (await nextFree(DEFAULT_PORTS[name], at, taken));
    const held = taken.has(ports[name]) || (name !== 'PG_PORT' && !(await isFree(ports[name], at)));
    if (held) throw new Refusal(`${name} ${ports[name]} is taken: set another one, or leave it unset.`);
    taken.add(ports[name]);
  }
  return complete({ host, ports, dataDir: DATA_DIR }, env);
}

/** Settings beside anything else that runs: free ports, a data folder of its own, the embedded database. */
export async function settingsApart(dataDir: string): Promise<Settings> {
  const ports = { ...DEFAULT_PORTS };
  const taken = new Set<number>();
  for (const name of PORT_NAMES) {
    do ports[name] = await anyFree();
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
      portal: env.PUBLIC_ORIGIN || local(base.ports.PORT),
      desk: env.DESK_ORIGIN || local(base.ports.DESK_PORT),
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
  return {
    ...process.env,
    NODE_ENV: settings.production ? 'production' : 'development',
    HOST: host,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    DATABASE_URL: databaseUrl,
    KEYS_FILE: keysFile,
    CARRIERS_FILE: carriersFile,
    PEOPLE_FILE: peopleFile,
    // A carriers file of the user's own may name no domain for bounces.
    ...(settings.carriersFile && !process.env.BOUNCE_PORT && { BOUNCE_PORT: '' }),
    PUBLIC_ORIGIN: origins.portal,
    DESK_ORIGIN: origins.desk,
  };
}
