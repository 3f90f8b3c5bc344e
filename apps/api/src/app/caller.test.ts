import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeSecrets } from '#platform/secrets';
import { localeOf, makeCaller } from './caller.ts';

const ring = { currentId: 'k', key: () => createSecretKey(Buffer.alloc(32, 1)) };
const secrets = makeSecrets({
  token: ring,
  efin: ring,
  blindIndex: { ...ring, key: () => KEY },
  field: ring,
});
const KEY = createSecretKey(randomBytes(32));
const NOBODY = { session: async () => undefined } as never;
const jar = { read: () => undefined, set: () => {}, clear: () => {} };
const from = (ip: string) =>
  makeCaller({ accounts: NOBODY, secrets }, { jar, ip, acceptLanguage: undefined });

describe('the source of a request', () => {
  it.each([
    ['203.0.113.7', '203.0.113.8'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['::1', '127.0.0.1'],
  ])('%s is another than %s', async (one, other) => {
    expect((await from(one)).source).not.toBe((await from(other)).source);
  });

  // A household or a single machine is given 2^64 addresses: each would be a source of its own otherwise.
  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:eeee:dddd:cccc'],
    ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0002'],
    ['203.0.113.7', '::ffff:203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1%eth1'],
  ])('%s is the same as %s', async (one, other) => {
    expect((await from(one)).source).toBe((await from(other)).source);
  });

  it('is not the address itself', async () => {
    const caller = await from('203.0.113.7');
    expect(JSON.stringify([caller.source, caller.network])).not.toContain('203');
  });
});

describe('the network of a request', () => {
  it.each([
    ['203.0.113.7', '203.0.113.250'],
    ['2001:db8:1:2::1', '2001:db8:1:ffff::9'],
    ['2001:db8::1', '2001:db8:0:7::1'],
    ['203.0.113.7', '::ffff:203.0.113.9'],
  ])('%s is the same as that of %s', async (one, other) => {
    expect((await from(one)).network).toBe((await from(other)).network);
  });

  it.each([
    ['203.0.113.7', '203.0.114.7'],
    ['2001:db8:1::1', '2001:db8:2::1'],
  ])('%s is another than that of %s', async (one, other) => {
    expect((await from(one)).network).not.toBe((await from(other)).network);
  });
});

describe('the language of a request', () => {
  it.each([undefined, '', 'fr', 'zh-CN,zh;q=0.9', 'english', '*', 'x'.repeat(10_000)])(
    'is Indonesian for %s',
    (given) => {
      expect(localeOf(given)).toBe('id');
    },
  );

  it.each([
    ['en', 'en'],
    ['en-GB,en;q=0.9,id;q=0.8', 'en'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['fr-FR, en;q=0.8', 'en'],
  ])('of "%s" is %s', (given, locale) => {
    expect(localeOf(given)).toBe(locale);
  });
});
