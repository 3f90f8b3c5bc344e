import { isIP } from 'node:net';
import { z } from 'zod';

/** The only reader of process.env. Every variable is checked at the start; a wrong one is named, with what it should be. */
const isProxy = (part: string): boolean => {
  const [address = '', bits = '0', ...more] = part.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest;
};

/** `address`, `address:port` or `[address]:port`. */
export const isServer = (part: string): boolean => {
  const [, address = part, at = '53'] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(isIP(part) ? '' : part) ?? [];
  return isIP(address) !== 0 && Number(at) > 0 && Number(at) < 65_536;
};

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const A_PORT = 'must be a port number between 1 and 65535';
const port = z.coerce.number(A_PORT).int(A_PORT).min(1, A_PORT).max(65535, A_PORT);
const Env = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DESK_PORT: port.default(3001),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL'),
  KEYS_FILE: z.string().min(1),
  CARRIERS_FILE: z.string().min(1),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DESK_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: list.refine(
    (parts) => parts.every(isProxy),
    'must be addresses or CIDR ranges, with commas between them',
  ),
  DNS_SERVERS: list.refine(
    (parts) => parts.every(isServer),
    'must be addresses of DNS servers, with a port or without, with commas between them',
  ),
  METRICS_PORT: port.optional(),
  BOUNCE_PORT: port.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Config = Readonly<{
  production: boolean;
  host: string;
  port: number;
  deskPort: number;
  databaseUrl: string;
  keysFile: string;
  carriersFile: string;
  publicOrigin: string;
  deskOrigin: string;
  trustProxy: string[];
  /** Where the worker serves its metrics; null: nowhere. */
  metricsPort: number | null;
  /** Where the worker takes mail that came back; null: nowhere. */
  bouncePort: number | null;
  /** Whom to ask for the exchangers of mail domains: servers, none for the system's own; null: nobody is asked. */
  dnsServers: string[] | null;
  logLevel: string;
}>;

/** Where CARRIERS_FILE's `passwordEnv` entries are looked up. */
export const carrierPasswords = (source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => source;

export class ConfigError extends Error {}

/** Reads and checks the environment. Throws ConfigError with one sentence naming every wrong variable. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const read = Env.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The environment is not usable. ${faults.join('; ')}.`);
  }
  const env = read.data;
  const publicOrigin = new URL(env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`).origin;
  const production = env.NODE_ENV === 'production';
  const deskOrigin = new URL(env.DESK_ORIGIN ?? `http://localhost:${env.DESK_PORT}`).origin;
  for (const [name, origin] of Object.entries({ PUBLIC_ORIGIN: publicOrigin, DESK_ORIGIN: deskOrigin }))
    if (production && !origin.startsWith('https://'))
      throw new ConfigError(
        `${name} must be an https:// origin in production: cookies are __Host- and Secure there.`,
      );
  return {
    production,
    host: env.HOST,
    port: env.PORT,
    deskPort: env.DESK_PORT,
    databaseUrl: env.DATABASE_URL,
    keysFile: env.KEYS_FILE,
    carriersFile: env.CARRIERS_FILE,
    publicOrigin,
    deskOrigin,
    trustProxy: env.TRUST_PROXY,
    metricsPort: env.METRICS_PORT ?? null,
    bouncePort: env.BOUNCE_PORT ?? null,
    // Outside production the domains of made-up people are nobody's business.
    dnsServers: env.DNS_SERVERS.length > 0 || production ? env.DNS_SERVERS : null,
    logLevel: env.LOG_LEVEL,
  };
}
