import { type DnsServer, startDns } from '@sampai/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeResolveMx } from '#app/resolve-mx';
import { type House, openHouse } from '#testing/house';
import { keepLanesOfDomains, type ResolveMx } from './index.ts';

const HOUR_MS = 3_600_000;
const SOON_MS = 5;

let house: House;
let dns: DnsServer;
let keeping: { stop(): Promise<void> } | undefined;
beforeAll(async () => {
  [house, dns] = await Promise.all([openHouse(), startDns({})]);
});
afterAll(async () => {
  await dns.close();
  await house.close();
});
afterEach(async () => {
  await keeping?.stop();
  keeping = undefined;
  await house.database.query('TRUNCATE mail_domain, lane_pace, message CASCADE');
});

const keep = (resolveMx: ResolveMx = makeResolveMx([dns.address])) => {
  keeping = keepLanesOfDomains({ ...house, resolveMx }, SOON_MS);
};
/** A mail that waits, and whose lane a worker has read once. */
async function write(address: string, ref = address): Promise<void> {
  const destination = house.delivery.destination('EMAIL', address, `b••i@${address.split('@')[1]}`);
  await house.db.inTransaction((tx) =>
    house.delivery.enqueue(tx, {
      ...{ ...destination, kind: 'CODE', contentRef: ref, cause: 'ASKED', locale: 'id' },
      expiresAt: new Date(Date.now() + 24 * HOUR_MS),
    }),
  );
  await house.database.query('SELECT claim_messages($1, 0, $2, 1, 1, 10, NULL)', [
    destination.lane,
    'w-reads',
  ]);
}
const laneOf = async (ref: string) =>
  (await house.database.query('SELECT lane FROM message WHERE content_ref = $1', [ref]))[0]?.lane as string;
const becomes = (ref: string, lane: string) => house.until(async () => (await laneOf(ref)) === lane);

describe('a mail domain', () => {
  it("gets its provider's lane, and so do messages that wait for it and those that come", async () => {
    dns.zone['kantor.example'] = { MX: ['aspmx.l.google.com'] };
    await write('budi@kantor.example');
    expect(await laneOf('budi@kantor.example')).toBe('mail:kantor.example');
    keep();
    await becomes('budi@kantor.example', 'mail:gmail');
    await write('siti@kantor.example');
    expect(await laneOf('siti@kantor.example')).toBe('mail:gmail');
    expect(await house.delivery.lane('mail:kantor.example')).toMatchObject({
      id: 'mail:gmail',
      name: 'Gmail',
    });
  });

  it("shares its lane with others of the same house, and another's with nobody", async () => {
    dns.zone['toko.example'] = { MX: ['mx1.hosting.co.id'] };
    dns.zone['kopi.example'] = { MX: ['mx2.hosting.co.id'] };
    for (const domain of ['toko', 'kopi', 'sendiri']) await write(`a@${domain}.example`);
    keep();
    await becomes('a@toko.example', 'mail:mx:hosting.co.id');
    await becomes('a@kopi.example', 'mail:mx:hosting.co.id');
    expect(await laneOf('a@sendiri.example')).toBe('mail:sendiri.example');
  });

  it('stays where it is while the resolver does not answer', async () => {
    let asked = 0;
    await write('budi@kantor.example');
    keep(async () => {
      asked += 1;
      return null;
    });
    await house.until(() => asked > 0);
    await write('tuti@lain.example');
    await house.until(() => asked > 1);
    expect(asked).toBe(2); // the first one rests
    expect(await laneOf('budi@kantor.example')).toBe('mail:kantor.example');
    expect(await house.database.query('SELECT * FROM mail_domain')).toEqual([]);
  });

  it('is looked up again a day later, and what waits moves with it', async () => {
    dns.zone['pindah.example'] = { MX: ['mx.lama.example'] };
    dns.zone['tetangga.example'] = { MX: ['mx.lama.example'] };
    await write('a@pindah.example');
    await write('a@tetangga.example');
    keep();
    await becomes('a@pindah.example', 'mail:mx:lama.example');
    await becomes('a@tetangga.example', 'mail:mx:lama.example');
    dns.zone['pindah.example'] = { MX: ['kantor.mail.protection.outlook.com'] };
    await house.advance(25 * 3600);
    await becomes('a@pindah.example', 'mail:outlook');
    expect(await laneOf('a@tetangga.example')).toBe('mail:mx:lama.example');
  });

  it('leaves what a worker has in hand, and moves it when it comes back', async () => {
    dns.zone['kantor.example'] = { MX: ['aspmx.l.google.com'] };
    await write('budi@kantor.example');
    await house.database.query(`UPDATE message SET leased_until = clock_timestamp() + interval '1 hour'`);
    await write('siti@kantor.example');
    keep();
    await becomes('siti@kantor.example', 'mail:gmail');
    expect(await laneOf('budi@kantor.example')).toBe('mail:kantor.example');
    await house.database.query('UPDATE message SET leased_until = NULL');
    await becomes('budi@kantor.example', 'mail:gmail');
  });

  it('goes on with the others where one cannot be written down', async () => {
    await write('a@rusak.example');
    await write('a@kantor.example');
    keep(async (domain) => {
      if (domain === 'rusak.example') throw new Error('a fault of the library');
      return [{ exchange: 'mx.zoho.com', priority: 10 }];
    });
    await becomes('a@kantor.example', 'mail:zoho');
  });
});

describe('the resolver', () => {
  it('tells a domain without exchangers from a server that is silent', async () => {
    const closed = await startDns({});
    await closed.close();
    expect(await makeResolveMx([dns.address])('tidak-ada.example')).toEqual([]);
    expect(await makeResolveMx([closed.address], 50)('kantor.example')).toBeNull();
  });
});
