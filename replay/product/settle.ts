import { randomUUID } from 'node:crypto';
import { openGround } from '@sampai/api/app/ground';
import { ADDRESS_PLACE, laneOf } from '@sampai/api/modules/delivery/index';
import { sha256 } from '@sampai/api/platform/digest';
import { maskEmail, maskPhone } from '@sampai/identifiers';
import type pg from 'pg';
import type { Plan } from '../people/plan.ts';
import type { Channel } from '../scenarios/scenario.ts';

/** Numbers of a carrier that is not live get no SMS, so none of them was ever confirmed (R37). */
const NOT_LIVE = 'SMARTFREN';

/** Writes the people's confirmed addresses, all at once. Who is about to confirm one has none yet. */
export async function settlePeople(
  people: Plan[],
  { databaseUrl, keysFile, aside }: { databaseUrl: string; keysFile: string; aside: pg.Pool },
): Promise<Map<number, string>> {
  const { secrets, db } = openGround('settle', {
    databaseUrl,
    keysFile,
    production: false,
    logLevel: 'silent',
  });
  const owners = new Map(people.map(({ index }) => [index, randomUUID() as string]));
  const rows = people
    .filter(({ purpose }) => purpose !== 'CONFIRM_CHANNEL')
    .flatMap(({ index, addresses, operator }) =>
      (Object.entries(addresses) as [Channel, string][])
        .filter(([channel]) => channel === 'EMAIL' || operator !== NOT_LIVE)
        .map(([channel, address]) => {
          const owner = owners.get(index) ?? '';
          return {
            ...{ owner, channel, lane: laneOf(channel, address).id },
            address: Buffer.from(secrets.seal(ADDRESS_PLACE, address)).toString('hex'),
            index: Buffer.from(secrets.index(channel, address.toLowerCase())).toString('hex'),
            masked: channel === 'SMS' ? maskPhone(address) : maskEmail(address),
            binding: Buffer.from(sha256('contact-channel', owner, channel, address)).toString('hex'),
          };
        }),
    );
  await aside.query(
    `INSERT INTO contact_channel (owner, channel, address, address_index, masked_address, lane, binding, confirmed_at)
     SELECT owner, channel, decode(address, 'hex'), decode(index, 'hex'), masked, lane, decode(binding, 'hex'), app_now()
     FROM jsonb_to_recordset($1::jsonb) AS
       row(owner uuid, channel text, address text, index text, masked text, lane text, binding text)`,
    [JSON.stringify(rows)],
  );
  await db.close();
  return owners;
}
