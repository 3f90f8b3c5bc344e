import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { IDENTIFIER_PLACE } from '@sampai/api/modules/accounts/index';
import { ADDRESS_PLACE, laneOf } from '@sampai/api/modules/delivery/index';
import type { Database } from '@sampai/api/platform/database';
import { sha256 } from '@sampai/api/platform/digest';
import type { Secrets } from '@sampai/api/platform/secrets';
import { maskEmail, maskIdentifier, maskPhone } from '@sampai/identifiers';
import type { Person, Slip1721A1 } from '@sampai/testkit';

const BATCH = 500;
const DAY_MS = 24 * 3_600_000;
const EFIN_DAYS = 30;

/** Writes people who are not there yet, in batches; returns how many. */
export async function seedPeople(db: Database, secrets: Secrets, all: Person[]): Promise<number> {
  const hashes = new Map<string, Promise<string>>();
  const hashOnce = (password: string) =>
    hashes.get(password) ?? hashes.set(password, hash(password)).get(password) ?? hash(password);
  let added = 0;
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    added += await db.inTransaction(async (tx) => {
      const there = await tx.taxpayer.findMany({
        where: { npwpIndex: { in: batch.map(({ npwp15 }) => secrets.index('npwp', `0${npwp15}`)) } },
        select: { npwpIndex: true },
      });
      const known = new Set(there.map(({ npwpIndex }) => Buffer.from(npwpIndex).toString('hex')));
      const fresh = batch
        .filter(({ npwp15 }) => !known.has(Buffer.from(secrets.index('npwp', `0${npwp15}`)).toString('hex')))
        .map((person) => ({ id: randomUUID(), person }));
      if (fresh.length === 0) return 0;
      const now = Date.now();
      await tx.taxpayer.createMany({ data: fresh.map(({ id, person }) => taxpayerRow(secrets, id, person)) });
      await tx.efin.createMany({ data: fresh.map(({ id, person }) => efinRow(secrets, id, person, now)) });
      const active = fresh.filter(({ person }) => person.efinState === 'activated' && person.password);
      await tx.account.createMany({
        data: await Promise.all(
          active.map(async ({ id, person }) => ({
            taxpayerId: id,
            passwordHash: await hashOnce(person.password ?? ''),
            secondFactor: person.secondFactor ?? null,
            liabilityVersion: '2015-02-13',
            liabilityAccepted: new Date(now),
          })),
        ),
      });
      await tx.contactChannel.createMany({
        data: active.flatMap(({ id, person }) => channelRows(secrets, id, person, now)),
      });
      await tx.withholdingSlip.createMany({
        data: fresh.flatMap(({ id, person }) => person.slips.map((slip) => slipRow(id, slip))),
      });
      return fresh.length;
    });
  }
  return added;
}

const taxpayerRow = (
  secrets: Secrets,
  id: string,
  { kind, name, identifier, npwp15, nik, kppCode }: Person,
) => ({
  id,
  kind,
  name,
  identifier: secrets.seal(IDENTIFIER_PLACE, identifier),
  maskedIdentifier: maskIdentifier(identifier),
  npwpIndex: secrets.index('npwp', `0${npwp15}`),
  nikIndex: nik ? secrets.index('nik', nik) : null,
  taxOfficeCode: kppCode,
});

/** An expired e-FIN was issued 45 days ago, a fresh one 2, an activated one a year. */
function efinRow(secrets: Secrets, taxpayerId: string, { efin, efinState }: Person, now: number) {
  const issuedAt = new Date(now - { fresh: 2, expired: 45, activated: 365 }[efinState] * DAY_MS);
  const validUntil = new Date(issuedAt.getTime() + EFIN_DAYS * DAY_MS);
  const activatedAt = efinState === 'activated' ? new Date(issuedAt.getTime() + DAY_MS) : null;
  return { taxpayerId, hash: secrets.efin(taxpayerId, efin), issuedAt, validUntil, activatedAt };
}

function channelRows(secrets: Secrets, owner: string, { email, phone }: Person, now: number) {
  const row = (channel: 'SMS' | 'EMAIL', address: string, maskedAddress: string) => ({
    owner,
    channel,
    address: secrets.seal(ADDRESS_PLACE, address),
    addressIndex: secrets.index(channel, address.toLowerCase()),
    maskedAddress,
    lane: laneOf(channel, address).id,
    binding: sha256('contact-channel', owner, channel, address.toLowerCase()),
    confirmedAt: new Date(now),
  });
  return [
    ...(email ? [row('EMAIL', email, maskEmail(email))] : []),
    ...(phone ? [row('SMS', phone, maskPhone(phone))] : []),
  ];
}

const slipRow = (taxpayerId: string, { taxYear, number, withholder, ptkp, boxes }: Slip1721A1) => ({
  taxpayerId,
  taxYear,
  number,
  withholderNpwp: withholder.npwp,
  withholderName: withholder.name,
  issuedOn: new Date(Date.UTC(taxYear + 1, 0, 15)),
  gross: BigInt(boxes.gross8),
  deductions: BigInt(boxes.deductions11),
  withheld: BigInt(boxes.withheld20),
  status: ptkp,
});
