import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { PostOfficeClock } from '../clock.ts';
import { codeIn } from '../code.ts';
import type { Faults, Met } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import type { Bouncer } from './bouncer.ts';
import { type SmtpReply, smtpReply, USUAL_REPLY } from './smtp-reply.ts';

export type MailSink = {
  port: number;
  cutLines(): number;
  /** Connections that stand, and all that ever did. */
  lines(): number;
  opened(): number;
  close(): Promise<void>;
};

type Needs = { inbox: Inbox; faults: Faults; clock: PostOfficeClock; bouncer: Bouncer };

const LARGEST_MAIL = 20 * 1024 * 1024;

class Refused extends Error {
  readonly responseCode: number;
  constructor(reply: SmtpReply) {
    super(reply.text);
    this.responseCode = reply.code;
  }
}

/** An SMTP server that takes every mail into the inbox; port 0 is any free one. Rejects when the port is taken. */
export async function startMailSink(
  { inbox, faults, clock, bouncer }: Needs,
  host: string,
  port: number,
): Promise<MailSink> {
  // What each recipient of the mail under way has met, from RCPT to DATA.
  const met = new WeakMap<SMTPServerSession, Map<string, Met>>();
  let opened = 0;
  const server = new SMTPServer({
    name: 'post-office.localhost',
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    size: LARGEST_MAIL,
    onConnect(_session, done) {
      opened += 1;
      done();
    },
    onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
    onMailFrom(_address, session, done) {
      met.delete(session);
      done();
    },
    onRcptTo({ address }, session, done) {
      const fault = faults.meet('EMAIL', address);
      if (!fault) return done();
      if ('at' in fault && fault.at === 'RCPT') return misbehave(fault, session, done);
      const own = met.get(session) ?? new Map<string, Met>();
      met.set(session, own.set(address, fault));
      done();
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream) chunks.push(chunk as Buffer);
      } catch {
        return; // the sender went away in the middle: it has had no answer, and there is nobody to give one to
      }
      const own = met.get(session);
      met.delete(session);
      const bad = [...(own?.values() ?? [])].find((fault) => 'at' in fault);
      if (bad) return misbehave(bad, session, done);
      const raw = Buffer.concat(chunks);
      const from = session.envelope.mailFrom;
      const returnPath = from ? from.address : '';
      for (const { address } of session.envelope.rcptTo) {
        const fault = own?.get(address);
        if (fault?.kind === 'lose') continue;
        if (fault?.kind === 'bounce') {
          bouncer.bounce({ raw, to: address, returnPath, ...fault });
          continue;
        }
        if (fault?.kind === 'delay') clock.after(fault.seconds, () => void keep(raw, address, returnPath));
        else await keep(raw, address, returnPath);
      }
      done(null, `2.0.0 OK ${session.id}`);
    },
  });
  // A client that goes away in the middle of a mail is no error of ours.
  server.on('error', () => {});

  const keep = async (raw: Buffer, to: string, returnPath: string) => {
    const mail = await PostalMime.parse(raw);
    const files = mail.attachments.map(({ filename, mimeType, content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
      return {
        meta: { filename: filename ?? 'file', contentType: mimeType, bytes: bytes.length },
        content: bytes,
      };
    });
    const text = (mail.text ?? '').replace(/\r\n/g, '\n').trimEnd();
    inbox.put(
      {
        to,
        channel: 'EMAIL',
        from: (mail.from && 'address' in mail.from && mail.from.address) || '',
        receivedAt: clock.now().toISOString(),
        ...(mail.subject !== undefined && { subject: mail.subject }),
        text,
        code: codeIn(text, mail.subject),
        ...(files.length > 0 && { attachments: files.map((file) => file.meta) }),
      },
      {
        ...(mail.html !== undefined && { html: mail.html }),
        headers: mail.headers.map((h) => [h.originalKey, h.value]),
        returnPath,
        raw,
        files,
      },
    );
  };

  const misbehave = (fault: Misbehaviour, session: SMTPServerSession, done: (refused: Error) => void) => {
    if (fault.kind === 'cut') cut(session);
    else if (fault.kind !== 'silent') {
      const refuse = () => done(new Refused(smtpReply(fault.reply ?? '') ?? USUAL_REPLY[fault.kind]));
      if (fault.tarpitSeconds) clock.after(fault.tarpitSeconds, refuse);
      else refuse();
    }
  };

  const cutLines = () => {
    const many = server.connections.size;
    for (const line of server.connections) line._socket.destroy();
    return many;
  };

  const cut = ({ id }: SMTPServerSession) => {
    for (const line of server.connections) if (line.id === id) line._socket.destroy();
  };

  const listener = server.listen(port, host);
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    cutLines,
    lines: () => server.connections.size,
    opened: () => opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cutLines();
      }),
  };
}

type Misbehaviour = Extract<Met, { at: string }>;
