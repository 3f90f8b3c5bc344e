import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PostOffice, startPostOffice } from '../start.ts';
import { connectEsme } from './esme.testing.ts';

let office: PostOffice;
let esme: Awaited<ReturnType<typeof connectEsme>>;
const BUDI = '+6281234561234';

beforeEach(async () => {
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0, habits: { receiptSeconds: 0 } });
  esme = await connectEsme(office.ports.smpp);
});
afterEach(async () => {
  esme.session.destroy();
  await office.close();
});
const bind = (
  how: 'bind_transceiver' | 'bind_transmitter' | 'bind_receiver' = 'bind_transceiver',
  client = esme,
) => client.ask(how, { system_id: 'sampai', password: 'p' });

test('nothing is taken before a bind, nor on a line that only receives', async () => {
  expect((await esme.submit()).command_status).toBe(0x04);
  await bind('bind_receiver');
  expect((await esme.submit()).command_status).toBe(0x04);
});

test('a bind is refused where the habits say so, and a second one always', async () => {
  office.smsc.habits.bind = 'noTransceiver';
  expect((await bind()).command_status).toBe(0x0d);
  office.smsc.habits.password = 'other';
  expect((await bind('bind_transmitter')).command_status).toBe(0x0e);
  delete office.smsc.habits.password;
  expect((await bind('bind_transmitter')).command_status).toBe(0);
  expect((await bind('bind_transmitter')).command_status).toBe(0x05);
});

test('a submitted text is on the handset with its code, and its receipt comes by text and by parameters', async () => {
  await bind();
  const receipt = esme.nextReceipt();
  const { message_id } = await esme.submit();
  expect(office.messages(BUDI)).toMatchObject([{ channel: 'SMS', to: BUDI, from: 'SAMPAI', code: '482913' }]);
  const { receipted_message_id, message_state, short_message } = await receipt;
  expect({ receipted_message_id, message_state }).toEqual({
    receipted_message_id: message_id,
    message_state: 2,
  });
  expect(short_message.toString()).toMatch(
    new RegExp(
      `^id:${message_id} sub:001 dlvrd:001 submit date:\\d{10} done date:\\d{10} stat:DELIVRD err:000 text:kode`,
    ),
  );
});

test('each alphabet is read as it is labelled, so a wrong `@` shows', async () => {
  await bind();
  const texts: [number, Buffer, string][] = [
    [0, Buffer.from([0x00, 0x1b, 0x65, 0x20, 0x11]), '@€ _'],
    [0, Buffer.from('@', 'latin1'), '¡'],
    [1, Buffer.from([0x40]), '@'],
    [3, Buffer.from([0x40, 0xe9]), '@é'],
    [8, Buffer.from([0x00, 0x40, 0x20, 0x1c]), '@\u201c'],
    [4, Buffer.from([0xca, 0xfe]), '0xcafe'],
  ];
  for (const [data_coding, short_message, shown] of texts) {
    await esme.submit({ data_coding, short_message });
    expect(office.messages(BUDI)[0]?.text, `data_coding ${data_coding}`).toBe(shown);
  }
  office.smsc.habits.defaultAlphabet = 'latin1';
  await esme.submit({ short_message: Buffer.from([0x00]) });
  expect(office.messages(BUDI)[0]?.text).toBe('\0');
});

test('a long text comes by message_payload, a user data header is not shown', async () => {
  await bind();
  await esme.submit({ short_message: Buffer.alloc(0), message_payload: Buffer.from('a'.repeat(300)) });
  expect(office.messages(BUDI)[0]?.text).toHaveLength(300);
  await esme.submit({ esm_class: 0x40, short_message: Buffer.from([5, 0, 3, 1, 2, 1, 0x61]) });
  expect(office.messages(BUDI)[0]?.text).toBe('a');
});

test('a text whose validity is over before its delivery is never shown and receipted as expired (R67)', async () => {
  await bind();
  office.faults.add({ match: { operator: 'TELKOMSEL' }, fault: { kind: 'delay', seconds: 0.05 } });
  const receipt = esme.nextReceipt();
  const over = new Date(office.clock.now().getTime() - 1000).toISOString().replace(/\D/g, '').slice(2, 14);
  await esme.submit({ validity_period: `${over}000+` });
  expect((await receipt).message_state).toBe(3);
  expect(office.messages(BUDI)).toEqual([]);
  expect((await esme.submit({ validity_period: 'tomorrow' })).command_status).toBe(0x62);
});

test('the clock of the post office judges validity, so it can be moved along', async () => {
  office.clock.set({ at: new Date('2023-05-26T11:00:00Z') });
  await bind();
  await esme.submit({ validity_period: '230526111000000+' });
  expect(office.messages(BUDI)[0]?.receivedAt).toMatch(/^2023-05-26T11:00:0/);
});

test('ordered faults: deferred, refused, lost, without receipt, silent, cut', async () => {
  await bind();
  const order = (fault: Parameters<PostOffice['faults']['add']>[0]['fault']) =>
    office.faults.add({ match: { to: '0812-3456-1234' }, fault: { ...fault, times: 1 } });
  order({ kind: 'defer', reply: 'ESME_RMSGQFUL' });
  expect((await esme.submit()).command_status).toBe(0x14);
  order({ kind: 'refuse', reply: '0x65' });
  expect((await esme.submit()).command_status).toBe(0x65);
  order({ kind: 'lose' });
  expect((await esme.submit()).command_status).toBe(0);
  expect(office.messages(BUDI)).toHaveLength(0);
  order({ kind: 'noReceipt' });
  await esme.submit();
  expect(office.messages(BUDI)).toHaveLength(1);
  order({ kind: 'silent' });
  const answered = esme.submit();
  expect((await esme.ask('enquire_link')).command_status).toBe(0);
  await expect(Promise.race([answered, Promise.resolve('nothing')])).resolves.toBe('nothing');
  order({ kind: 'cut' });
  void esme.submit();
  await esme.closed();
  expect(esme.receipts).toEqual([]);
  expect(office.faults.list()).toEqual([]);
});

test('a receipt that found no line waits for the next bind of the same system', async () => {
  const other = await connectEsme(office.ports.smpp);
  await bind('bind_transmitter');
  const { message_id } = await esme.submit();
  const receipt = other.nextReceipt();
  await bind('bind_receiver', other);
  expect((await receipt).receipted_message_id).toBe(message_id);
  other.session.destroy();
});

test('receipts in the manner of other vendors: before the response, decimal twin, long dates, text alone', async () => {
  Object.assign(office.smsc.habits, {
    receiptFirst: true,
    receiptIds: 'decimal',
    receiptTlvs: false,
    receiptDates: 12,
  });
  await bind();
  const { message_id } = await esme.submit();
  const [receipt] = esme.receipts;
  expect(receipt?.receipted_message_id).toBeUndefined();
  expect(receipt?.short_message.toString()).toMatch(
    new RegExp(`^id:${BigInt(`0x${message_id}`)} .*done date:\\d{12} stat:DELIVRD`),
  );
});

test('broken octets end the line, and the SMSC stays up', async () => {
  esme.session.socket.write(Buffer.from('ffffffff0000000400000000', 'hex'));
  await esme.closed();
  const again = await connectEsme(office.ports.smpp);
  expect((await bind('bind_transceiver', again)).command_status).toBe(0);
  again.session.destroy();
});
