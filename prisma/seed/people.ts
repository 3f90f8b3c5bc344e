import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { IDENTIFIER_PLACE } from '@sampai/api/modules/accounts/index';
import { ADDRESS_PLACE, laneOf } from '@sampai/api/modules/delivery/index';
import type { Database, Tx } from '@sampai/api/platform/database';
import { sha256 } from '@sampai/api/platform/digest';
import type { Secrets } from '@sampai/api/platform/secrets';
import { maskEmail, maskIdentifier, maskPhone } from '@sampai/identifiers';
import type { Person, Slip1721A1 } from '@sampai/testkit';

const BATCH = 500;
const DAY_MS = 24 * 3_600_000;
const EFIN_DAYS = 30;

type Newcomer = { id: string; person: Person };
type HashOnce = (password: string) => Promise<string>;

/** Writes people who are not there yet, in batches; returns how many. */
export async function seedPeople(db: Database, secrets: Secrets, all: Person[]): Promise<number> {
  const hashes = new Map<string, Promise<string>>(); // many share one password, and hashing is meant to be slow
  const hashOnce: HashOnce = (password) => {
    const hashed = hashes.get(password) ?? hash(password);
    hashes.set(password, hashed);
    return hashed;
  };
  let added = 0;
  for (let from = 0; from < all.length; from += BATCH) {
    added += await db.inTransaction(async (tx) => {
      const fresh = await newcomers(tx, secrets, all.slice(from, from + BATCH));
      if (fresh.length > 0) await write(tx, secrets, fresh, hashOnce);
      return fresh.length;
    });
  }
  return added;
}

async function newcomers(tx: Tx, secrets: Secrets, batch: Person[]): Promise<Newcomer[]> {
  const indexOf = ({ npwp15 }: Person) => secrets.index('npwp', `0${npwp15}`);
  const there = await tx.taxpayer.findMany({
    where: { npwpIndex: { in: batch.map(indexOf) } },
    select: { npwpIndex: true },
  });
  const hex = (index: Uint8Array) => Buffer.from(index).toString('hex');
  const known = new Set(there.map(({ npwpIndex }) => hex(npwpIndex)));
  return batch
    .filter((person) => !known.has(hex(indexOf(person))))
    .map((person) => ({ id: randomUUID(), person }));
}

async function write(tx: Tx, secrets: Secrets, fresh: Newcomer[], hashOnce: HashOnce): Promise<void> {
  const now = Date.now();
  const active = fresh.filter(({ person }) => person.efinState === 'activated' && person.password);
  await tx.taxpayer.createMany({ data: fresh.map(({ id, person }) => taxpayerRow(secrets, id, person)) });
  await tx.efin.createMany({ data: fresh.map(({ id, person }) => efinRow(secrets, id, person, now)) });
  await tx.account.createMany({
    data: await Promise.all(active.map(({ id, person }) => accountRow(id, person, now, hashOnce))),
  });
  await tx.contactChannel.createMany({
    data: active.flatMap(({ id, person }) => channelRows(secrets, id, person, now)),
  });
  await tx.withholdingSlip.createMany({
    data: fresh.flatMap(({ id, person }) => person.slips.map((slip) => slipRow(id, slip))),
  });
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

/** An expired e-FIN was issued 45 days ago, a fresh one 2; an activated one a year, and used the day after. */
function efinDates({ efinState }: Person, now: number) {
  const issuedAt = new Date(now - { fresh: 2, expired: 45, activated: 365 }[efinState] * DAY_MS);
  const after = (days: number) => new Date(issuedAt.getTime() + days * DAY_MS);
  return { issuedAt, validUntil: after(EFIN_DAYS), activatedAt: efinState === 'activated' ? after(1) : null };
}

const efinRow = (secrets: Secrets, taxpayerId: string, person: Person, now: number) => ({
  taxpayerId,
  hash: secrets.efin(taxpayerId, person.efin),
  ...efinDates(person, now),
});

async function accountRow(taxpayerId: string, person: Person, now: number, hashOnce: HashOnce) {
  const activatedAt = efinDates(person, now).activatedAt ?? new Date(now);
  return {
    taxpayerId,
    passwordHash: await hashOnce(person.password ?? ''),
    secondFactor: person.secondFactor ?? null,
    liabilityVersion: '2015-02-13',
    liabilityAccepted: activatedAt,
    activatedAt,
  };
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
