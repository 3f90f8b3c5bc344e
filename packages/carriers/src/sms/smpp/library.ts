import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import type { DeliverFields } from './receipt.ts';

/** The part of the untyped `smpp` library that a client needs. */
export type Pdu = {
  command: string;
  command_status: number;
  sequence_number: number;
  message_id?: string;
  response(fields?: { command_status?: number }): Pdu;
};
export type DeliverPdu = Pdu & DeliverFields;
type Ask = (fields: Record<string, unknown>, answered: (response: Pdu) => void) => boolean;
export type Commands = Record<
  'bind_transceiver' | 'bind_transmitter' | 'bind_receiver' | 'submit_sm' | 'enquire_link' | 'unbind',
  Ask
>;
export type Session = EventEmitter & Commands & { socket: Socket; send(pdu: Pdu): boolean; destroy(): void };

type Param = { filter?: unknown };
type Library = {
  connect(options: Record<string, unknown>): Session;
  commands: Record<string, { params?: Record<string, Param> }>;
  tlvs: Record<string, Param>;
};

const require = createRequire(import.meta.url);
const library: Library = require('smpp');

// The library would write the text in an alphabet of its own choice: '@' as 0x00 under the label IA5, where 0x40 is
// meant, so that the line `@host #code` arrives dead. We send octets we made ourselves, and read octets.
for (const command of ['submit_sm', 'deliver_sm']) {
  for (const field of ['short_message', 'validity_period', 'schedule_delivery_time']) {
    delete library.commands[command]?.params?.[field]?.filter;
  }
}
delete library.tlvs.message_payload?.filter;

export const connect = library.connect;
