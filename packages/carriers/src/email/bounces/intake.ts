import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { readReport } from './read-report.ts';
import type { RecipientReport } from './report-for.ts';

/** A report that came back for the mail of a message, found by its return path. Whom it is about, `reportFor` tells. */
export type Bounce = { messageId: string; reports: RecipientReport[] };

export type BounceIntakeOptions = {
  host: string;
  /** 0 is any free port. */
  port: number;
  /** The domain of the return paths: only `bounce+<message id>@` there is taken. */
  domain: string;
  /**
   * Told of each report. `taken`; `unknown`: there is no such message; `later`: it cannot be settled yet. A rejection
   * is `later` too: the sending server keeps the report and comes again.
   */
  onBounce(bounce: Bounce): Promise<'taken' | 'unknown' | 'later'>;
  /** Octets; a report is a few thousand. */
  largest?: number;
};

export type BounceIntake = { port: number; close(): Promise<void> };

const LARGEST = 256 * 1024;
const MOST_CONNECTIONS = 50;
const IDLE_MS = 30_000;
const ADDRESS = /^bounce\+([\w.-]{1,64})@(.+)$/i;

class Answer extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}
const NO_SUCH = new Answer(550, '5.1.1 This mailbox takes reports on messages of ours only');
const ONE_EACH = new Answer(452, '4.5.3 One recipient at a time, please');
const TOO_LARGE = new Answer(552, '5.3.4 Larger than any report');
const NO_REPORT = new Answer(550, '5.6.0 This is not a delivery status notification (RFC 3464, RFC 6533)');
const LATER = new Answer(451, '4.3.0 Please try again later');

/**
 * A mail server that takes bounces and nothing else: no relaying, no accounts. What it cannot use it refuses, so that the
 * sending server knows; what it has answered with 250 has been settled. Rejects when the port is taken.
 */
export async function startBounceIntake(options: BounceIntakeOptions): Promise<BounceIntake> {
  const { host, port, domain, onBounce, largest = LARGEST } = options;
  const idOf = (address: string): string | undefined => {
    const [, id, at] = ADDRESS.exec(address) ?? [];
    return at?.toLowerCase() === domain.toLowerCase() ? id : undefined;
  };

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> => {
    const raw = await readAtMost(stream, largest);
    if (!raw) throw TOO_LARGE;
    const reports = await readReport(raw).catch(() => undefined);
    if (!reports) throw NO_REPORT;
    const messageId = idOf(session.envelope.rcptTo[0]?.address ?? '');
    if (messageId === undefined) throw NO_SUCH;
    const outcome = await onBounce({ messageId, reports }).catch(() => 'later' as const);
    if (outcome === 'unknown') throw NO_SUCH;
    if (outcome === 'later') throw LATER;
    return '2.0.0 Settled';
  };

  const server = new SMTPServer({
    banner: 'reports on messages only',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: IDLE_MS,
    closeTimeout: 1_000,
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length > 0) done(ONE_EACH);
      else done(idOf(address) === undefined ? NO_SUCH : null);
    },
    onData(stream, session, done) {
      take(stream, session).then(
        (text) => done(null, text),
        (fault: unknown) => done(fault instanceof Answer ? fault : LATER),
      );
    },
  });
  // A client that goes away in the middle is no error of ours.
  server.on('error', () => {});
  const listener = server.listen(port, host);
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The whole of a stream, or undefined where it is larger; it is read to its end in any case, as SMTP wants. */
async function readAtMost(stream: SMTPServerDataStream, largest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  return size > largest ? undefined : Buffer.concat(chunks);
}
