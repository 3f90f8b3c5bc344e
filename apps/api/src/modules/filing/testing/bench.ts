import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Channel, type Destination, makeDelivery } from '#modules/delivery';
import { makeTokens } from '#modules/tokens';
import { type Caller, subjectOf } from '#platform/caller';
import { openDatabase } from '#platform/database';
import { loadKeys } from '#platform/keys';
import { makeLog } from '#platform/log';
import { makeMetrics } from '#platform/metrics';
import { makePolicies } from '#platform/policy';
import { makeSecrets } from '#platform/secrets';
import { cloneDatabase } from '#testing/test-database';
import { type FilingPorts, type FilingTaxpayer, makeFiling, type SignedIn } from '../index.ts';

export type Bench = Awaited<ReturnType<typeof openBench>>;
/** A taxpayer at the bench. */
export type Person = SignedIn & { addresses: Partial<Record<Channel, Destination>> };

/**
 * Filing on a database of its own, with the real tokens and the real queue; fakes stand only at the ports, for who a
 * taxpayer is and where they can be reached.
 */
export async function openBench() {
  const { admin, url, drop } = await cloneDatabase();
  const db = openDatabase(url, 8);
  const keys = loadKeys(path.join(mkdtempSync(path.join(tmpdir(), 'sampai-filing-')), 'keys.json'), false);
  const delivery = makeDelivery({ db, secrets: makeSecrets(keys) });
  const people = new Map<string, { taxpayer: FilingTaxpayer; addresses: Person['addresses'] }>();
  const personOf = (id: string) => people.get(id) ?? { taxpayer: undefined, addresses: {} };
  const ports: FilingPorts = {
    addressesOf: async (_, taxpayerId) => personOf(taxpayerId).addresses,
    async taxpayerOf(_, taxpayerId) {
      const { taxpayer } = personOf(taxpayerId);
      if (!taxpayer) throw new Error('nobody by this id is at the bench');
      return taxpayer;
    },
  };
  const tokens = makeTokens({
    ...{
      db,
      delivery,
      keys,
      log: makeLog('test', 'silent'),
      metrics: makeMetrics(),
      policies: makePolicies(db.read),
    },
    ports: {
      addressesOf: async (_, subject) => personOf(subject.replace('taxpayer:', '')).addresses,
      onVerified: async () => {},
    },
  });
  const filing = makeFiling({ db, delivery, tokens, ports, publicOrigin: 'https://portal.example' });

  return {
    ...{ db, admin, delivery, tokens, filing },
    /** A new person with these addresses, who is signed in. */
    person(
      given: { sms?: string; mail?: string; kind?: FilingTaxpayer['kind'] } = { mail: 'budi@gmail.com' },
    ): Person {
      const id = crypto.randomUUID();
      const addresses = {
        ...(given.sms && { SMS: delivery.destination('SMS', given.sms, '0812••••1234') }),
        ...(given.mail && { EMAIL: delivery.destination('EMAIL', given.mail, 'b••i@gmail.com') }),
      };
      const taxpayer = {
        kind: given.kind ?? 'individual',
        name: 'Budi Santoso',
        identifier: '0013121660091000',
      };
      people.set(id, { taxpayer, addresses });
      return { ...signedIn(id), addresses };
    },
    /** What the message with a token's code says. */
    async codeOf(tokenId: string): Promise<string> {
      const content = await tokens.contentOf({
        ref: tokenId,
        channel: 'SMS',
        locale: 'id',
        originHost: null,
      });
      const code = content === 'dead' ? undefined : /\b\d{6}\b/.exec(content.text)?.[0];
      if (!code) throw new Error('the token is dead');
      return code;
    },
    async tokenOf(person: Person, tokenId: string) {
      const view = await tokens.view({ subject: subjectOf(person.taxpayerId), flowHash: null }, tokenId);
      if (!view) throw new Error('no such token');
      return view;
    },
    async close(): Promise<void> {
      await db.close();
      await drop();
    },
  };
}

function signedIn(taxpayerId: string): SignedIn {
  const caller: Caller = {
    ...{ locale: 'id', network: 'test', source: 'test', taxpayerId },
    ...{ sessionHash: null, flowHash: null, browserHash: null },
    ensureFlow: () => new Uint8Array(32),
    giveSession: () => {},
    endSession: () => {},
    rememberBrowser: () => {},
  };
  return { ...caller, taxpayerId };
}
