import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';

/**
 * A house for a test file in which each test has a mailbox of its own (`email`), lanes of which nothing is known, carriers that take
 * everything, and a worker. Call it once, at the head of the file.
 */
export function useSomebody() {
  let house: House;
  let worker: { stop(): Promise<void> } | undefined;
  let id = '';
  let email = '';
  let count = 100_000;

  const renew = () => {
    count += 1;
    email = `alih${count}@gmail.com`;
  };
  const view = async (tokenId: string) =>
    (await house.tokens.view({ subject: subjectOf(id), flowHash: null }, tokenId)) ?? expect.fail('no token');

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    renew();
    house.carriers.sms.answer = () => undefined;
    house.carriers.mail.answer = () => undefined;
    // What a test left waiting is no trouble of the next one, nor what a worker was just judging.
    await worker?.stop();
    await house.database.query(
      `UPDATE message SET state = 'DROPPED', patience_until = NULL WHERE state = 'QUEUED'`,
    );
    await house.database.query('DELETE FROM lane_health');
    await house.database.query('DELETE FROM lane_pace');
    await house.database.query('DELETE FROM lane_probe');
    await house.database.query(`SELECT pg_notify('lane_changed', '')`);
    await house.until(async () => (await house.delivery.lane('mail:gmail')).health === 'UNKNOWN');
    worker = await house.work();
  });

  return {
    get house() {
      return house;
    },
    /** Whose codes are looked at: the last taxpayer that was made. */
    get id() {
      return id;
    },
    get email() {
      return email;
    },
    /** Six digits that no other test has: the end of a phone number. */
    get count() {
      return count;
    },
    /** Another mailbox and number from now on. */
    renew,
    /** Makes a taxpayer with this mailbox. */
    async person(facts: { phone?: string } = {}) {
      ({ id } = await house.taxpayer({ passwordHash: 'unused', email, ...facts }));
    },
    view,
    causes: async (tokenId: string) =>
      (await view(tokenId)).messages.map(({ channel, cause }) => `${channel} ${cause}`),
    sentTo: (address: string) =>
      [...house.carriers.sms.sent, ...house.carriers.mail.sent].filter(({ to }) => to === address),
    stopWorker: async () => worker?.stop(),
    async startWorker() {
      worker = await house.work();
    },
  };
}

/** Numbers of lanes with and without a price for submissions, but for their last digits. */
export const PHONE = { free: '+6281234', priced: '+6289534' };
