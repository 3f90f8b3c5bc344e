import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Answer, decode, encode, type RecordType } from 'dns-packet';

/** What a name answers, by type: TXT as one text however long, MX as host names. */
export type Zone = Record<string, Partial<Record<'TXT' | 'MX' | 'A' | 'AAAA' | 'PTR', string[]>>>;

export type DnsServer = {
  /** `127.0.0.1:<port>` */
  address: string;
  /** May be changed while it runs. */
  zone: Zone;
  /** Names asked for, each once. */
  asked: Set<string>;
  close(): Promise<void>;
};

const AUTHORITATIVE = 1 << 10;
const NO_SUCH_NAME = 3;
const LONGEST_STRING = 255;

/** A DNS server for tests, over UDP on a free port of this machine: what is not in the zone does not exist. */
export async function startDns(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked = new Set<string>();
  socket.on('message', (packet, peer) => {
    const query = decode(packet);
    const [question] = query.questions ?? [];
    if (!question) return;
    const name = question.name.toLowerCase();
    asked.add(name);
    const records = zone[name];
    const answers = (records?.[question.type as 'TXT'] ?? []).map((data) =>
      answerOf(question.name, question.type, data),
    );
    const flags = AUTHORITATIVE | (records ? 0 : NO_SUCH_NAME);
    const reply = encode({ type: 'response', id: query.id ?? 0, flags, questions: [question], answers });
    socket.send(reply, peer.port, peer.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    zone,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answerOf(name: string, type: RecordType, data: string): Answer {
  const common = { name, ttl: 60 };
  if (type === 'MX') return { ...common, type, data: { preference: 10, exchange: data } };
  if (type !== 'TXT') return { ...common, type: type as 'A', data };
  const strings: string[] = [];
  for (let i = 0; i < data.length; i += LONGEST_STRING) strings.push(data.slice(i, i + LONGEST_STRING));
  return { ...common, type, data: strings };
}
