import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Pdu, Session } from './library.ts';

type Client = Session &
  Record<'bind_transceiver' | 'bind_transmitter' | 'bind_receiver' | 'submit_sm' | 'enquire_link', Send>;
type Send = (
  fields: Record<string, unknown>,
  answered: (pdu: Pdu & Record<string, unknown>) => void,
) => boolean;
type Receipt = Pdu & { short_message: Buffer; message_state?: number; receipted_message_id?: string };

/** A plain SMPP client for the tests of the SMSC: it sends what it is told and keeps what comes. */
export async function connectEsme(port: number) {
  const { connect } = createRequire(import.meta.url)('smpp') as { connect(options: object): Client };
  const session = connect({ host: '127.0.0.1', port });
  session.on('error', () => {});
  await once(session, 'connect');
  const receipts: Receipt[] = [];
  session.on('deliver_sm', (pdu: Receipt) => {
    receipts.push(pdu);
    session.send(pdu.response());
    session.emit('receipt', pdu);
  });
  const ask = (command: Exclude<keyof Client, keyof Session>, fields: Record<string, unknown> = {}) =>
    new Promise<Pdu & Record<string, unknown>>((resolve) => session[command](fields, resolve));
  return {
    session,
    receipts,
    ask,
    submit: (fields: Record<string, unknown> = {}) =>
      ask('submit_sm', {
        source_addr_ton: 5,
        source_addr: 'SAMPAI',
        destination_addr: '6281234561234',
        data_coding: 0,
        registered_delivery: 1,
        short_message: Buffer.from('kode 482913'),
        ...fields,
      }),
    nextReceipt: async () => ((await once(session, 'receipt')) as [Receipt])[0],
    closed: () => once(session, 'close'),
  };
}
