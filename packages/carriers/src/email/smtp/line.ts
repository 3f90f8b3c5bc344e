import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail } from './compose.ts';
import type { SmtpRoute } from './config.ts';

/** A connection to the relay, greeted and signed in. */
export type MailLine = {
  /** Resolves with the relay's good reply. @throws MailFailed */
  post(mail: Mail): Promise<string>;
  /** Mails handed over it so far. */
  posted(): number;
  /** Whether another mail may be tried over it. */
  usable(): boolean;
  /** Says goodbye, or hangs up where that makes no sense any more, or no answer comes. */
  quit(): void;
  /** Kept when the connection is gone. */
  closed: Promise<void>;
};

/** Why a mail was not taken, or may have been. */
export class MailFailed extends Error {
  /** The relay's negative reply, as received; undefined when there was none. */
  readonly reply: string | undefined;
  /** The mail itself was on its way when the connection ended: it may have been taken. */
  readonly onItsWay: boolean;
  /** Before any mail: greeting, EHLO, STARTTLS, sign-in. */
  readonly atConnect: boolean;
  constructor(code: string, facts: { reply?: string | undefined; onItsWay?: boolean; atConnect?: boolean }) {
    super(code);
    this.name = 'MailFailed';
    this.reply = facts.reply;
    this.onItsWay = facts.onItsWay ?? false;
    this.atConnect = facts.atConnect ?? false;
  }
}

type Fault = Error & { code?: string; originalCode?: string; response?: string; responseCode?: number };
const codeOf = (fault: Fault) => fault.originalCode ?? fault.code ?? 'ECONNECTION';

/** Connects, greets, and signs in where the route has a user. @throws MailFailed */
export async function openMailLine(route: SmtpRoute): Promise<MailLine> {
  const connection = new SMTPConnection(optionsOf(route));
  let gone = false;
  connection.on('error', () => {
    gone = true;
  });
  const closed = new Promise<void>((resolve) => {
    connection.on('end', () => {
      gone = true;
      // Its last packet leaves in the next turn of the loop; who comes after it must not be counted beside it.
      setImmediate(() => setImmediate(resolve));
    });
  });
  try {
    await greet(connection, route);
  } catch (fault) {
    connection.close();
    throw new MailFailed(codeOf(fault as Fault), { reply: (fault as Fault).response, atConnect: true });
  }
  let posted = 0;
  return {
    async post({ envelope, raw }) {
      posted += 1;
      // From the first octet read, the relay may have taken the mail even if we never hear of it.
      const body = Readable.from([raw], { objectMode: false });
      try {
        return await withinSeconds(
          route.responseSeconds,
          () => connection.close(),
          (done) => {
            connection.send(envelope, body, (fault, info) => done(fault, info?.response ?? ''));
          },
        );
      } catch (fault) {
        const { response, responseCode } = fault as Fault;
        if (responseCode === undefined || responseCode === 421) gone = true;
        else if (!gone)
          await resetOrLeave(connection).catch(() => {
            gone = true;
          });
        throw new MailFailed(codeOf(fault as Fault), { reply: response, onItsWay: body.readableDidRead });
      }
    },
    posted: () => posted,
    usable: () => !gone,
    quit() {
      if (gone) connection.close();
      else {
        connection.quit();
        const timer = setTimeout(() => connection.close(), RESET_SECONDS * 1000);
        void closed.then(() => clearTimeout(timer));
      }
      gone = true;
    },
    closed,
  };
}

function optionsOf(route: SmtpRoute) {
  const { host, port, tls, ca, servername, clientName } = route;
  return {
    host,
    port,
    secure: tls === 'implicit',
    ignoreTLS: tls === 'none',
    requireTLS: tls === 'required',
    connectionTimeout: route.connectSeconds * 1000,
    greetingTimeout: route.connectSeconds * 1000,
    socketTimeout: (route.idleSeconds + route.responseSeconds) * 1000,
    // A loopback relay is a relay like any other.
    allowInternalNetworkInterfaces: true,
    logger: false,
    ...(clientName !== undefined && { name: clientName }),
    tls: { ...(ca !== undefined && { ca }), ...(servername !== undefined && { servername }) },
  };
}

type Done = (fault?: Error | null, value?: string) => void;

/** Turns a callback into a promise that is kept in time: afterwards `giveUp` is called. */
function withinSeconds(seconds: number, giveUp: () => void, start: (done: Done) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' }));
      giveUp();
    }, seconds * 1000);
    start((fault, value) => {
      clearTimeout(timer);
      if (fault) reject(fault);
      else resolve(value ?? '');
    });
  });
}

async function greet(
  connection: SMTPConnection,
  { user, password, connectSeconds }: SmtpRoute,
): Promise<void> {
  await withinSeconds(
    connectSeconds,
    () => connection.close(),
    (done) => {
      connection.once('error', done);
      connection.connect((fault) => done(fault));
    },
  );
  if (user === undefined) return;
  await withinSeconds(
    connectSeconds,
    () => connection.close(),
    (done) => {
      connection.login({ user, pass: password?.reveal() ?? '' }, (fault) => done(fault));
    },
  );
}

const RESET_SECONDS = 2;
// After a refusal the conversation is cleared, so that the next mail can use the same connection.
const resetOrLeave = (connection: SMTPConnection) =>
  withinSeconds(
    RESET_SECONDS,
    () => connection.close(),
    (done) => connection.reset((fault) => done(fault)),
  );
