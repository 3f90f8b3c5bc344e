import { type AddressInfo, createServer, type Socket } from 'node:net';

/**
 * The leanest relay and SMSC that still keep the protocol: what they cost is not to be mistaken for what a client costs.
 * Run as a process of its own; prints its two ports as JSON. Keeps nothing, checks nothing, sends no receipts.
 */
function serveSmtp(socket: Socket): void {
  let inData = false;
  let kept = '';
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    kept += chunk.toString('latin1');
    for (;;) {
      const end = kept.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = kept.slice(0, end);
      kept = kept.slice(end + (inData ? 5 : 2));
      socket.write(replyTo(inData ? 'MAIL TAKEN' : line));
      inData = !inData && /^DATA/i.test(line);
    }
  });
}

function replyTo(line: string): string {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO') return '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n';
  if (verb === 'DATA') return '354 go on\r\n';
  return verb === 'QUIT' ? '221 bye\r\n' : '250 2.0.0 OK\r\n';
}

const RESPONSE = 0x80000000;
const SUBMIT_SM = 4;
const BINDS = [1, 2, 9];
let submitted = 0;

function serveSmpp(socket: Socket): void {
  let kept = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    kept = kept.length > 0 ? Buffer.concat([kept, chunk]) : Buffer.from(chunk);
    let at = 0;
    while (kept.length - at >= 16 && kept.length - at >= kept.readUInt32BE(at)) {
      socket.write(answerTo(kept.readUInt32BE(at + 4), kept.readUInt32BE(at + 12)));
      at += kept.readUInt32BE(at);
    }
    kept = kept.subarray(at);
  });
}

function answerTo(command: number, sequence: number): Buffer {
  if (command === SUBMIT_SM) submitted += 1;
  const id = command === SUBMIT_SM ? String(submitted) : BINDS.includes(command) ? 'sink' : undefined;
  const body = id === undefined ? Buffer.alloc(0) : Buffer.from(`${id}\0`, 'latin1');
  const head = Buffer.alloc(16);
  head.writeUInt32BE(16 + body.length, 0);
  head.writeUInt32BE((command | RESPONSE) >>> 0, 4);
  head.writeUInt32BE(sequence, 12);
  return Buffer.concat([head, body]);
}

const listen = (serve: (socket: Socket) => void) =>
  new Promise<number>((resolve) => {
    const server = createServer((socket) => {
      socket.setNoDelay(true);
      socket.on('error', () => {});
      serve(socket);
    });
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

console.log(JSON.stringify({ smtp: await listen(serveSmtp), smpp: await listen(serveSmpp) }));
