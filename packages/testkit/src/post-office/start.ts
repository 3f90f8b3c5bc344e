import { makeClock, type PostOfficeClock } from './clock.ts';
import { type Faults, makeFaults } from './faults.ts';
import { startHttp } from './http/server.ts';
import { type Inbox, makeInbox, type PostOfficeMessage } from './inbox.ts';
import { makeBouncer } from './mail/bouncer.ts';
import { type MailSink, startMailSink } from './mail/sink.ts';
import { type SmscHabits, USUAL_HABITS } from './sms/habits.ts';
import { type Smsc, startSmsc } from './sms/smsc.ts';

export type PostOfficeOptions = {
  /** 127.0.0.1 unless given. */
  host?: string;
  /** 0 is any free port. */
  httpPort: number;
  smtpPort: number;
  smppPort: number;
  /** Where bounces go (fault `bounce`), on the same machine; without it none is sent. */
  bouncePort?: number;
  /** The seed's list of people, shown to a newcomer; read at each request. */
  peopleFile?: string;
  /** How this SMSC differs from the usual; may be changed while it runs, through `smsc.habits`. */
  habits?: Partial<SmscHabits>;
  /** How many messages are kept. */
  keep?: number;
};

export type PostOffice = {
  urls: { http: string; smtp: string; smpp: string };
  ports: { http: number; smtp: number; smpp: number };
  /** Newest first; without an address everybody's, the newest 200. */
  messages(to?: string): PostOfficeMessage[];
  /** The next message to this address that arrives, or has arrived since `after` messages stood there. */
  nextMessage(to: string, wait?: { after?: number; timeoutMs?: number }): Promise<PostOfficeMessage>;
  inbox: Inbox;
  faults: Faults;
  clock: PostOfficeClock;
  smsc: Omit<Smsc, 'close'> & { habits: SmscHabits };
  mail: Omit<MailSink, 'close'>;
  close(): Promise<void>;
};

/** Starts the SMTP sink, the SMSC and the pages in this process. Rejects when a port is taken, leaving none open. */
export async function startPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const host = options.host ?? '127.0.0.1';
  const clock = makeClock();
  const inbox = makeInbox(options.keep);
  const faults = makeFaults(clock.now);
  const habits: SmscHabits = { ...USUAL_HABITS, ...options.habits };
  const bouncer = makeBouncer(clock, options.bouncePort);
  const opened: { close(): Promise<void> }[] = [];
  const open = async <T extends { close(): Promise<void> }>(part: Promise<T>): Promise<T> => {
    const it = await part;
    opened.push(it);
    return it;
  };
  const close = async () => {
    clock.stop();
    await Promise.all(opened.map((part) => part.close()));
  };

  try {
    const mail = await open(startMailSink({ inbox, faults, clock, bouncer }, host, options.smtpPort));
    const smsc = await open(startSmsc({ inbox, faults, clock, habits }, host, options.smppPort));
    const http = await open(
      startHttp({ inbox, faults, clock, peopleFile: options.peopleFile }, host, options.httpPort),
    );
    const name = host.includes(':') ? `[${host}]` : host;
    return {
      urls: {
        http: `http://${name}:${http.port}`,
        smtp: `smtp://${name}:${mail.port}`,
        smpp: `smpp://${name}:${smsc.port}`,
      },
      ports: { http: http.port, smtp: mail.port, smpp: smsc.port },
      messages: inbox.messages,
      nextMessage: (to, wait = {}) => nextMessage(inbox, to, wait),
      inbox,
      faults,
      clock,
      smsc: { ...smsc, habits },
      mail,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function nextMessage(
  inbox: Inbox,
  to: string,
  wait: { after?: number; timeoutMs?: number },
): Promise<PostOfficeMessage> {
  const after = wait.after ?? inbox.messages(to).length;
  return new Promise((resolve, reject) => {
    const look = () => {
      const standing = inbox.messages(to);
      const next = standing[standing.length - 1 - after];
      if (!next) return;
      stop();
      clearTimeout(timer);
      resolve(next);
    };
    const stop = inbox.onArrival(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`No message came to ${to} within ${wait.timeoutMs ?? 5000} ms.`));
    }, wait.timeoutMs ?? 5000);
    look();
  });
}
