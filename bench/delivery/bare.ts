import { createRequire } from 'node:module';
import { createTransport } from 'nodemailer';

/** A way to hand messages over: ours or a library by itself. Rejects when one is not taken. */
export type Way = { send(i: number): Promise<void>; close(): Promise<void> };

/** nodemailer as its handbook says: a pool. */
export function bareMail(
  port: number,
  connections: number,
  mailOf: (i: number) => Record<string, unknown>,
): Way {
  const transport = createTransport({
    ...{ pool: true, host: '127.0.0.1', port, ignoreTLS: true, logger: false },
    ...{ maxConnections: connections, maxMessages: 1000 },
  });
  return {
    send: async (i) => void (await transport.sendMail(mailOf(i))),
    close: async () => transport.close(),
  };
}

type Session = {
  on(event: 'error', listener: () => void): void;
  bind_transceiver(fields: object, answered: (pdu: { command_status: number }) => void): void;
  submit_sm(fields: object, answered: (pdu: { command_status: number }) => void): void;
  close(done: () => void): void;
};
type Library = { connect(options: object, connected: () => void): Session };

/** The smpp library: one session, each submit answered by a callback. */
export async function bareSms(port: number, fieldsOf: (i: number) => object): Promise<Way> {
  const require = createRequire(import.meta.url);
  // A copy as it comes: ours takes the library's guessing of alphabets out of the one it loads.
  for (const file of Object.keys(require.cache)) if (file.includes('/smpp/')) delete require.cache[file];
  const library: Library = require('smpp');
  const session = await new Promise<Session>((resolve) => {
    const it = library.connect({ host: '127.0.0.1', port }, () => resolve(it));
    it.on('error', () => {});
  });
  await new Promise<void>((resolve) =>
    session.bind_transceiver({ system_id: 'sink', password: '' }, () => resolve()),
  );
  return {
    send: (i) =>
      new Promise((resolve, reject) =>
        session.submit_sm(fieldsOf(i), ({ command_status }) =>
          command_status === 0 ? resolve() : reject(new Error(`status ${command_status}`)),
        ),
      ),
    close: () => new Promise((resolve) => session.close(resolve)),
  };
}
