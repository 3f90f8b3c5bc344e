import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Server as NetServer, Socket } from 'node:net';

/** The part of the untyped `smpp` library that an SMSC needs. */
export type Pdu = {
  command: string;
  command_status: number;
  sequence_number: number;
  response(fields?: Record<string, unknown>): Pdu;
};
export type BindPdu = Pdu & { system_id?: string; password?: string };
/** Texts are bytes, times are strings as on the wire: see below. */
export type SubmitPdu = Pdu & {
  source_addr?: string;
  destination_addr?: string;
  esm_class?: number;
  data_coding?: number;
  validity_period?: string;
  registered_delivery?: number;
  short_message?: Buffer;
  message_payload?: Buffer;
};
export type Session = EventEmitter & {
  socket: Socket;
  send(pdu: Pdu): boolean;
  deliver_sm(fields: Record<string, unknown>, answered: (response: Pdu) => void): boolean;
  unbind(answered: () => void): boolean;
  close(): void;
  destroy(): void;
};
type Param = { filter?: unknown };
type Library = {
  createServer(listener: (session: Session) => void): NetServer;
  commands: Record<string, { params?: Record<string, Param> }>;
  tlvs: Record<string, Param>;
  errors: Record<string, number>;
};

const require = createRequire(import.meta.url);
const library: Library = require('smpp');

// The library guesses alphabets (it labels GSM 03.38 as IA5 and reads IA5 as GSM 03.38) and turns times into
// local dates. An SMSC that is to catch a wrong alphabet must see the bytes, so the guessing is taken out.
for (const command of ['submit_sm', 'deliver_sm']) {
  for (const field of ['short_message', 'validity_period', 'schedule_delivery_time']) {
    delete library.commands[command]?.params?.[field]?.filter;
  }
}
delete library.tlvs.message_payload?.filter;

/** Command statuses by name, `ESME_ROK` and so on (SMPP 3.4, 5.1.3). */
export const ESME: Record<string, number> = library.errors;
export const createServer = library.createServer;
