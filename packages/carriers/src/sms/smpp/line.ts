import { isIP } from 'node:net';
import type { SmppRoute } from './config.ts';
import { type Commands, connect, type DeliverPdu, type Pdu, type Session } from './library.ts';
import { statusText } from './status.ts';
import { keepVigil } from './vigil.ts';

export type Bind = 'transceiver' | 'transmitter' | 'receiver';

/** What came of asking: the response; `silent`: none in time; `closed`: the line went down first. */
type Answer = Pdu | 'silent' | 'closed';

/** A bound connection. */
export type Line = {
  submit(fields: Record<string, unknown>): Promise<Answer>;
  /** Kept when the connection is gone, whoever ended it. */
  closed: Promise<void>;
  /** Unbinds and hangs up. */
  close(): Promise<void>;
};

/** A bind that failed. `code` is the carrier's status, or the system's error code (ECONNREFUSED), or BIND_SILENT. */
export class BindFailed extends Error {
  readonly code: string;
  readonly status: number | undefined;
  constructor(code: string, status?: number) {
    super(code);
    this.name = 'BindFailed';
    this.code = code;
    this.status = status;
  }
}

/** Returns false when the receipt could not be taken: the SMSC is asked to send it again. */
export type OnDeliver = (pdu: DeliverPdu) => Promise<boolean>;

const SMPP_34 = 0x34;
const ESME_RX_T_APPN = 0x64;
const UNBIND_SECONDS = 1;

/**
 * Connects and binds. The line then answers and sends enquire_link by itself; one that no longer answers is hung up.
 * @throws BindFailed
 */
export async function openLine(route: SmppRoute, bind: Bind, onDeliver: OnDeliver): Promise<Line> {
  const session = connectTo(route);
  const { closed, ask, failure } = follow(session);
  const hangUp = () => session.destroy();

  // Before the bind: a receipt that waited at the carrier comes in the same packet as its answer.
  session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu: Pdu) => {
    session.send(pdu.response());
    session.socket.end();
  });
  // Some SMSCs bring receipts by data_sm (SMPP 3.4, 4.7).
  for (const command of ['deliver_sm', 'data_sm'])
    session.on(command, async (pdu: DeliverPdu) => {
      const taken = await onDeliver(pdu);
      session.send(pdu.response(taken ? {} : { command_status: ESME_RX_T_APPN }));
    });

  const bound = await ask(
    `bind_${bind}`,
    {
      system_id: route.systemId,
      password: route.password?.reveal() ?? '',
      system_type: route.systemType,
      interface_version: SMPP_34,
    },
    route.bindSeconds,
  );
  if (bound === 'silent' || bound === 'closed' || bound.command_status !== 0) {
    hangUp();
    if (bound === 'closed') throw new BindFailed(failure() ?? 'CONNECTION_CLOSED');
    if (bound === 'silent') throw new BindFailed('BIND_SILENT');
    throw new BindFailed(statusText(bound.command_status), bound.command_status);
  }

  // Twice this, and a line is dead: just before the first answer over it is overdue.
  const quietSeconds = route.responseSeconds * 0.45;
  const vigil = keepVigil(quietSeconds * 1000, () => ask('enquire_link', {}, quietSeconds), hangUp);
  session.on('pdu', vigil.heard);
  const heartbeat = setInterval(vigil.probe, route.enquireSeconds * 1000);
  void closed.then(() => clearInterval(heartbeat));
  const end = async () => {
    await ask('unbind', {}, UNBIND_SECONDS);
    hangUp();
    await closed;
  };
  let ending: Promise<void> | undefined;

  return {
    closed,
    submit(fields) {
      writeTogether(session);
      return vigil.during(ask('submit_sm', fields, route.responseSeconds));
    },
    close() {
      ending ??= end();
      return ending;
    },
  };
}

/** What is submitted in one turn of the loop goes out in one piece: a system call costs more than a message. */
function writeTogether({ socket }: Session): void {
  if (socket.writableCorked > 0) return;
  socket.cork();
  setImmediate(() => socket.uncork());
}

function connectTo({ host, port, tls }: SmppRoute): Session {
  // An address is no server name (RFC 6066); the certificate is checked against it all the same.
  const named = isIP(host) === 0 && { servername: host };
  const secured = tls !== false && { tls: true, ...named, ...(typeof tls === 'object' && tls) };
  const session = connect({ host, port, ...secured });
  session.socket.setNoDelay(true);
  return session;
}

/** Turns the library's callbacks into answers that always come: it forgets whoever waits when the line goes down. */
function follow(session: Session) {
  const waiting = new Set<(answer: Answer) => void>();
  let code: string | undefined;
  session.on('error', (error: NodeJS.ErrnoException) => {
    code ??= error.code;
    // After an error in a PDU the library reads no further.
    session.destroy();
  });
  const closed = new Promise<void>((resolve) => {
    session.on('close', () => {
      resolve();
      for (const tell of waiting) tell('closed');
    });
  });
  const ask = (
    command: keyof Commands,
    fields: Record<string, unknown>,
    withinSeconds: number,
  ): Promise<Answer> =>
    new Promise((resolve) => {
      const tell = (answer: Answer) => {
        clearTimeout(timer);
        waiting.delete(tell);
        resolve(answer);
      };
      const timer = setTimeout(tell, withinSeconds * 1000, 'silent');
      waiting.add(tell);
      if (!whenConnected(session, () => session[command](fields, tell))) tell('closed');
    });
  return { closed, ask, failure: () => code };
}

/** Runs `send` once the socket stands (the library drops what is sent before). False: it is gone. */
function whenConnected({ socket }: Session, send: () => boolean): boolean {
  if (socket.destroyed) return false;
  if (socket.connecting) {
    socket.once('connect', send);
    return true;
  }
  return send();
}
