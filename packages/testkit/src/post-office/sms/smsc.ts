import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { PostOfficeClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import type { SmscHabits } from './habits.ts';
import { type Handset, makeHandset } from './handset.ts';
import { type BindPdu, createServer, ESME, type Pdu, type Session, type SubmitPdu } from './library.ts';
import { makeReceiptDesk, type ReceiptDesk } from './receipt-desk.ts';

export type Smsc = {
  port: number;
  /** Cuts every connection without a word, as a failing line does. Returns how many there were. */
  cutLines(): number;
  lines(): number;
  /** Messages accepted so far: what the sender is charged for. */
  accepted(): number;
  close(): Promise<void>;
};

type Needs = { inbox: Inbox; faults: Faults; clock: PostOfficeClock; habits: SmscHabits };
type Bound = { systemId: string; transmits: boolean; receives: boolean };

const BINDS: Record<string, Omit<Bound, 'systemId'>> = {
  bind_transceiver: { transmits: true, receives: true },
  bind_transmitter: { transmits: true, receives: false },
  bind_receiver: { transmits: false, receives: true },
};

/** An SMS centre (SMPP 3.4) in this process; port 0 is any free one. Rejects when the port is taken. */
export async function startSmsc(needs: Needs, host: string, port: number): Promise<Smsc> {
  const sessions = new Set<Session>();
  const stale = new Set<string>();
  const desk = makeReceiptDesk();
  const handset = makeHandset(needs, desk);
  const server = createServer((session) => {
    sessions.add(session);
    session.on('close', () => {
      sessions.delete(session);
      desk.gone(session);
    });
    // After an error the library stops reading this session, so the line is of no more use.
    session.on('error', () => session.destroy());
    serve(session, needs, handset, desk, stale);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const cutLines = () => {
    const many = sessions.size;
    for (const session of sessions) session.destroy();
    sessions.clear();
    return many;
  };
  return {
    port: (server.address() as AddressInfo).port,
    cutLines,
    lines: () => sessions.size,
    accepted: handset.accepted,
    async close() {
      const closed = once(server, 'close');
      server.close();
      cutLines();
      await closed;
    },
  };
}

function serve(
  session: Session,
  { habits }: Needs,
  handset: Handset,
  desk: ReceiptDesk,
  stale: Set<string>,
): void {
  let bound: Bound | undefined;
  const answer = (pdu: Pdu, fields: Record<string, unknown> = {}) => session.send(pdu.response(fields));

  const bind = (pdu: BindPdu) => {
    if (bound) return answer(pdu, { command_status: ESME.ESME_RALYBND });
    if (pdu.command === 'bind_transceiver' && habits.bind === 'silentTransceiver') return;
    if (pdu.command === 'bind_transceiver' && habits.bind === 'noTransceiver') {
      return answer(pdu, { command_status: ESME.ESME_RBINDFAIL });
    }
    if (habits.bind === 'onlyTransmitter' && pdu.command !== 'bind_transmitter')
      return answer(pdu, { command_status: ESME.ESME_RBINDFAIL });
    if (habits.password !== undefined && pdu.password !== habits.password) {
      return answer(pdu, { command_status: ESME.ESME_RINVPASWD });
    }
    const systemId = pdu.system_id ?? '';
    if (habits.staleBinds && stale.has(systemId)) return answer(pdu, { command_status: ESME.ESME_RALYBND });
    bound = { systemId, ...(BINDS[pdu.command] ?? { transmits: false, receives: false }) };
    answer(pdu, { system_id: 'POSTOFFICE' });
    if (bound.receives) desk.come(session, systemId);
  };

  session.on('close', () => bound && stale.add(bound.systemId));
  session.on('pdu', (pdu: Pdu) => {
    if (pdu.command in BINDS) bind(pdu);
    else if (pdu.command === 'submit_sm') {
      if (bound?.transmits) handset.take(pdu as SubmitPdu, session, bound.systemId);
      else answer(pdu, { command_status: ESME.ESME_RINVBNDSTS });
    } else if (pdu.command === 'enquire_link') answer(pdu);
    else if (pdu.command === 'unbind') {
      answer(pdu);
      bound = undefined;
      session.close();
    } else if (!pdu.command.endsWith('_resp') && pdu.command !== 'generic_nack') {
      answer(pdu, { command_status: ESME.ESME_RINVCMDID });
    }
  });
}
