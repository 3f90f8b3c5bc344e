import { describe, expect, it } from 'vitest';
import { readConfig } from './env.ts';
import { readSeedConfig } from './seed-env.ts';

const LEAST = { DATABASE_URL: 'postgresql://h/db', KEYS_FILE: '/k', CARRIERS_FILE: '/c' };
const ORIGINS = { PUBLIC_ORIGIN: 'https://djponline.example', DESK_ORIGIN: 'https://meja.example' };
const PRODUCTION = { ...LEAST, ...ORIGINS, NODE_ENV: 'production' };

describe('the environment', () => {
  it('names everything that is missing in one sentence', () => {
    expect(() => readConfig({})).toThrow(/DATABASE_URL.*KEYS_FILE.*CARRIERS_FILE.*\.$/);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'abc'],
    ['DESK_PORT', '1.5'],
    ['BOUNCE_PORT', 'smtp'],
    ['BOUNCE_PORT', '0'],
    ['METRICS_PORT', '70000'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['DNS_SERVERS', 'dns.example'],
    ['DNS_SERVERS', '9.9.9.9:0'],
    ['DNS_SERVERS', '2001:db8::1,nobody'],
    ['PUBLIC_ORIGIN', 'ftp://portal.example'],
    ['PUBLIC_ORIGIN', 'portal.example'],
    ['DATABASE_URL', 'mysql://user:geheim@h/db'],
  ])('is refused where %s is "%s", named without its value', (name, value) => {
    expect(() => readConfig({ ...LEAST, [name]: value })).toThrow(new RegExp(`${name}: `));
    expect(() => readConfig({ ...LEAST, [name]: value })).not.toThrow(/geheim/);
  });

  it.each(['smtp', '0', '70000', '1.5', '-1'])('says what a port is to be, where it is "%s"', (value) => {
    expect(() => readConfig({ ...LEAST, BOUNCE_PORT: value })).toThrow(
      'The environment is not usable. BOUNCE_PORT: must be a port number between 1 and 65535.',
    );
  });

  it.each(['PUBLIC_ORIGIN', 'DESK_ORIGIN'])('needs an https %s in production, for the cookies', (name) => {
    expect(() => readConfig({ ...PRODUCTION, [name]: 'http://localhost:3000' })).toThrow(
      new RegExp(`${name} must be an https`),
    );
    expect(() => readConfig({ ...PRODUCTION, [name]: '' })).toThrow(new RegExp(`${name} must be an https`));
  });

  it('takes what is empty for what is not set', () => {
    expect(readConfig({ ...LEAST, PORT: '', PUBLIC_ORIGIN: '', TRUST_PROXY: '' })).toMatchObject({
      ...{ production: false, host: '127.0.0.1', port: 3000, deskPort: 3001, trustProxy: [] },
      ...{ publicOrigin: 'http://localhost:3000', deskOrigin: 'http://localhost:3001' },
    });
  });

  it('reads an origin without its path, and proxies one by one', () => {
    const read = readConfig({
      ...PRODUCTION,
      PUBLIC_ORIGIN: 'https://a.example/x/',
      TRUST_PROXY: '10.0.0.1, 10.0.0.2',
    });
    expect(read).toMatchObject({ publicOrigin: 'https://a.example', trustProxy: ['10.0.0.1', '10.0.0.2'] });
  });
});

describe('who is asked for the exchangers of mail domains', () => {
  it('is nobody outside production unless named, and the system there', () => {
    expect(readConfig(LEAST).dnsServers).toBeNull();
    expect(readConfig(PRODUCTION).dnsServers).toEqual([]);
    expect(
      readConfig({ ...LEAST, DNS_SERVERS: '9.9.9.9, 127.0.0.1:5353,[2001:db8::1]:53' }).dnsServers,
    ).toEqual(['9.9.9.9', '127.0.0.1:5353', '[2001:db8::1]:53']);
  });
});

describe("the seed's environment", () => {
  const seed = { DATABASE_URL: 'postgresql://h/db', KEYS_FILE: '/k', PEOPLE_FILE: '/p' };

  it('is refused in production and where a file is not named', () => {
    expect(() => readSeedConfig({ ...seed, NODE_ENV: 'production' })).toThrow(/does not run in production/);
    expect(() => readSeedConfig({ ...seed, PEOPLE_FILE: '' })).toThrow(/PEOPLE_FILE/);
  });
});
