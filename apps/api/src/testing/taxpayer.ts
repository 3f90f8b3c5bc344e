import { randomInt } from 'node:crypto';
import { maskEmail, maskIdentifier, maskPhone, npwpCheckDigit } from '@sampai/identifiers';
import type { Ground } from '#app/ground';
import { laneOf } from '#modules/delivery';
import { sha256 } from '#platform/digest';

export type NewTaxpayer = {
  name?: string;
  /** Days since the e-FIN was issued. */
  efinAge?: number;
  password?: string;
  passwordHash?: string;
  secondFactor?: 'SMS' | 'EMAIL';
  /** Confirmed addresses. */
  phone?: string;
  email?: string;
};

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** A taxpayer in the authority's records, with an e-FIN; with a password also an account and its confirmed addresses. */
export async function addTaxpayer({ db, secrets }: Pick<Ground, 'db' | 'secrets'>, facts: NewTaxpayer) {
  const first = `4${digits(7)}`;
  const npwp15 = `${first}${npwpCheckDigit(first)}012000`;
  const identifier = `0${npwp15}`;
  const efin = digits(10);
  const { id } = await db.read.taxpayer.create({
    data: {
      kind: 'individual',
      name: facts.name ?? 'Budi Santoso',
      identifier: secrets.seal('taxpayer.identifier', identifier),
      maskedIdentifier: maskIdentifier(identifier),
      npwpIndex: secrets.index('npwp', identifier),
      taxOfficeCode: '012',
    },
  });
  const issuedAt = new Date(Date.now() - (facts.efinAge ?? 1) * 86_400_000);
  const validUntil = new Date(issuedAt.getTime() + 30 * 86_400_000);
  const activatedAt = facts.passwordHash ? new Date() : null;
  await db.read.efin.create({
    data: { taxpayerId: id, hash: secrets.efin(id, efin), issuedAt, validUntil, activatedAt },
  });
  if (facts.passwordHash) {
    const { passwordHash, secondFactor = null } = facts;
    await db.read.account.create({
      data: {
        taxpayerId: id,
        passwordHash,
        secondFactor,
        liabilityVersion: '2015-02-13',
        liabilityAccepted: new Date(),
      },
    });
    for (const [channel, address, masked] of [
      ['SMS', facts.phone, maskPhone],
      ['EMAIL', facts.email, maskEmail],
    ] as const) {
      if (!address) continue;
      await db.read.contactChannel.create({
        data: {
          owner: id,
          channel,
          address: secrets.seal('message.address', address),
          addressIndex: secrets.index(channel, address.toLowerCase()),
          maskedAddress: masked(address),
          lane: laneOf(channel, address).id,
          binding: sha256('contact-channel', id, channel, address.toLowerCase()),
          confirmedAt: new Date(),
        },
      });
    }
  }
  return { id, identifier, npwp15, efin, password: facts.password ?? '' };
}
