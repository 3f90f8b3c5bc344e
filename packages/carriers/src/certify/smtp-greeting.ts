import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type { RouteConfig } from '../registry.gen.ts';
import type { Criterion } from './report.ts';

type SmtpRoute = Extract<RouteConfig, { kind: 'smtp' }>;
type Answer = { code: number; lines: string[] };

/** What a relay says before any mail: greeting, abilities, and whether its certificate is in order. */
export async function judgeGreeting(route: SmtpRoute): Promise<Criterion[]> {
  const secure: ConnectionOptions = {
    ...(isIP(route.servername ?? route.host) === 0 && { servername: route.servername ?? route.host }),
    ...(route.ca !== undefined && { ca: route.ca }),
  };
  const { host, port } = route;
  const implicit = route.tls === 'implicit';
  const socket = implicit ? connectTls({ host, port, ...secure }) : connect({ host, port });
  socket.setTimeout(route.connectSeconds * 1000, () => socket.destroy(new Error('no answer in time')));
  try {
    const talk = conversation(socket);
    const { code } = await talk();
    const { lines } = await talk(`EHLO ${route.clientName ?? 'localhost'}`);
    const able = new Set(lines.slice(1).map((line) => line.split(' ')[0]?.toUpperCase() ?? ''));
    const offered = (id: string, word: string): Criterion => ({
      ...{ id, required: false, verdict: able.has(word) ? 'pass' : 'fail' },
      why: able.has(word) ? 'offered' : 'not offered',
    });
    const greeting = { id: 'greeting', required: true, verdict: 'pass', why: `${code}` } as const;
    const tls = implicit
      ? of('pass', true, 'encrypted from the start, and the certificate is in order')
      : await judgeStartTls(route, able.has('STARTTLS'), talk, socket, secure);
    return [greeting, tls, offered('8bitmime', '8BITMIME'), offered('pipelining', 'PIPELINING')];
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return [{ id: 'greeting', required: true, verdict: 'fail', why: why.slice(0, 300) }];
  } finally {
    socket.destroy();
  }
}

const of = (verdict: Criterion['verdict'], required: boolean, why: string): Criterion => ({
  ...{ id: 'starttls', required, verdict, why },
});

async function judgeStartTls(
  { tls }: SmtpRoute,
  offered: boolean,
  talk: ReturnType<typeof conversation>,
  socket: Socket,
  secure: ConnectionOptions,
): Promise<Criterion> {
  const required = tls === 'required';
  if (tls === 'none')
    return of('not observable', false, 'not asked for (tls: none): only within our own network');
  if (!offered)
    return of(required ? 'fail' : 'not observable', required, 'not offered: mail goes in the clear');
  if ((await talk('STARTTLS')).code !== 220) return of('fail', true, 'offered, and refused');
  try {
    const wrapped = connectTls({ socket, ...secure });
    await once(wrapped, 'secureConnect');
    const how = wrapped.getProtocol();
    wrapped.destroy();
    return of('pass', required, `${how}, and the certificate is in order`);
  } catch (fault) {
    return of('fail', true, fault instanceof Error ? fault.message : 'the handshake failed');
  }
}

/** Says a line, if any, and gives the reply. @throws where the server hangs up */
function conversation(socket: Socket) {
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const broken = once(socket, 'error').then(([fault]: unknown[]) => {
    throw fault;
  });
  broken.catch(() => {});
  return async (line?: string): Promise<Answer> => {
    if (line !== undefined) socket.write(`${line}\r\n`);
    const reply: string[] = [];
    for (;;) {
      const { value, done } = await Promise.race([lines.next(), broken]);
      if (done) throw new Error('the server hung up');
      reply.push(String(value).slice(4));
      if (String(value)[3] !== '-') return { code: Number(String(value).slice(0, 3)), lines: reply };
    }
  };
}
