import { once } from 'node:events';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { DeliveryReceipt } from '../../index.ts';
import { BUDI, messageTo } from '../../testing/lab.ts';
import { useSmsc } from '../../testing/smsc.ts';

// What an SMSC brings: receipts, and texts that somebody sends us.

const require = createRequire(import.meta.url);
type Answered = { command: string; command_status: number };
type Texting = {
  on(command: string, heard: (pdu: { response(): unknown }) => void): void;
  send(pdu: unknown): void;
  deliver_sm(fields: object, answered: (response: Answered) => void): void;
  data_sm(fields: object, answered: (response: Answered) => void): void;
  destroy(): void;
};

const smsc = useSmsc();
const { open, openUnheard } = smsc;

test('a receipt names the message it is about', async () => {
  const { send, receipt } = await open();
  const outcome = await send();
  const providerId = outcome.kind === 'accepted' && outcome.providerId;
  expect(await receipt).toEqual({
    providerIds: [providerId],
    state: 'delivered',
    doneAt: expect.stringMatching(/^\d{10}$/),
  });
});

test('a receipt that comes before anybody listens waits for who does', async () => {
  const carrier = await openUnheard();
  const first = await carrier.send(messageTo(BUDI.SMS));
  // What the SMSC says to these comes over the same line behind the receipt.
  for (let n = 0; n < 5; n += 1) await carrier.send(messageTo(BUDI.SMS));
  const receipts: DeliveryReceipt[] = [];
  const all = new Promise<void>((resolve) =>
    carrier.onReceipt((it) => {
      if (receipts.push(it) === 6) resolve();
    }),
  );
  await all;
  expect(receipts[0]?.providerIds).toEqual([first.kind === 'accepted' && first.providerId]);
});

test('a receipt in decimal of a hexadecimal id, by text alone, with long dates, names it too', async () => {
  Object.assign(smsc.office.smsc.habits, {
    receiptIds: 'decimal',
    receiptTlvs: false,
    receiptDates: 12,
    receiptSeconds: 0.02,
  });
  const { send, receipt } = await open();
  const outcome = await send();
  expect(await receipt).toMatchObject({
    providerIds: [outcome.kind === 'accepted' && outcome.providerId],
    state: 'delivered',
  });
});

test('a receipt before the response carries every spelling its id may have', async () => {
  Object.assign(smsc.office.smsc.habits, { receiptIds: 'decimal', receiptFirst: true });
  const { send, receipt } = await open();
  const outcome = await send();
  expect((await receipt).providerIds).toContain(outcome.kind === 'accepted' && outcome.providerId);
});

test('a code that outlives itself at the carrier is never shown, and its receipt says expired (R67)', async () => {
  smsc.office.faults.add({ match: {}, fault: { kind: 'delay', seconds: 0.05 } });
  const { send, receipt } = await open();
  const now = smsc.office.clock.now();
  await send({ now, expiresAt: new Date(now.getTime() + 20) });
  expect(await receipt).toMatchObject({ state: 'expired', networkError: '6' });
  expect(smsc.office.messages(BUDI.SMS)).toEqual([]);
});

test('a receipt is only confirmed once it is taken: one that could not be kept comes again', async () => {
  const { carrier, send } = await open();
  const states: string[] = [];
  let broken = true;
  const kept = new Promise<void>((resolve) => {
    carrier.onReceipt(async ({ state }) => {
      states.push(state);
      if (broken) throw new Error('the database is away');
      resolve();
    });
  });
  await send();
  await expect.poll(() => states.length).toBe(1);
  broken = false;
  smsc.office.smsc.cutLines();
  await kept;
  expect(states).toEqual(['delivered', 'delivered']);
});

/** An SMSC of our own that brings one thing as soon as we bind, and how that is answered. */
async function smscThatBrings(command: 'deliver_sm' | 'data_sm', fields: object) {
  const answer = Promise.withResolvers<Answered>();
  const server = require('smpp').createServer((session: Texting) => {
    session.on('bind_transceiver', (pdu) => {
      session.send(pdu.response());
      session[command](fields, answer.resolve);
    });
    session.on('error', () => session.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, answer: answer.promise, close: () => server.close() };
}

test.each([
  ['deliver_sm', { short_message: 'STOP' }],
  ['data_sm', { message_payload: 'STOP' }],
] as const)(
  'a text that somebody sends us (%s) is taken, so that it does not come again, and is no receipt',
  async (command, text) => {
    const brings = await smscThatBrings(command, { source_addr: '6281234561234', ...text });
    const { receipt } = await open({ port: brings.port });
    expect(await brings.answer).toMatchObject({ command: `${command}_resp`, command_status: 0 });
    expect(await Promise.race([receipt, Promise.resolve('none')])).toBe('none');
    brings.close();
  },
);

test('a receipt that comes by data_sm, in its optional parameters, is taken, and answered once it is', async () => {
  const fields = { esm_class: 4, receipted_message_id: 'b7-1', message_state: 2 };
  const brings = await smscThatBrings('data_sm', fields);
  const carrier = await openUnheard({ port: brings.port });
  const [heard, kept] = [Promise.withResolvers<DeliveryReceipt>(), Promise.withResolvers<void>()];
  carrier.onReceipt((it) => {
    heard.resolve(it);
    return kept.promise;
  });
  expect(await heard.promise).toEqual({ providerIds: ['b7-1'], state: 'delivered' });
  kept.reject(new Error('the database is away'));
  expect(await brings.answer).toMatchObject({ command: 'data_sm_resp', command_status: 0x64 });
  brings.close();
});
