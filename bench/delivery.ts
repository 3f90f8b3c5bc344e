import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Outbound, openCarrier, readCarriersFile } from '@sampai/carriers';
import { bareMail, bareSms, type Way } from './delivery/bare.ts';
import { type Drained, wholeWorker } from './delivery/whole-worker.ts';
import { printFigure } from './lib/figure.ts';
import { readOptions } from './lib/options.ts';

/**
 * Sustained hand-over: the worker's way (a carrier's `send`, as the dispatcher calls it) beside the bare libraries
 * (nodemailer's pool, smpp) into the same sink, in turns, the same message in the same number of connections and the same
 * number in hand. Short rounds, since the machine may have other things to do: rate and ratio are medians of the rounds.
 * The sink is a process of its own and does next to nothing. Without database, receipts and DKIM. Then the same sink and the
 * whole worker: it finds its messages queued in PostgreSQL, and writes down what became of each.
 */
/** `backlog`: messages that the whole worker finds queued, of each kind. */
const { rounds, mails, texts, backlog } = readOptions({ rounds: 21, mails: 500, texts: 4000, backlog: 5000 });
const IN_HAND = 20; // of a lane, as the dispatcher has it
const CONNECTIONS = 5;

const SENDER = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
const TEXT =
  'Sampai: 482913 (ref A7) untuk Lapor SPT sampai 23.59 WIB. JANGAN berikan kepada siapa pun.\n@localhost #482913';
const HTML = `<!doctype html><html><body><p>${TEXT.replace('\n', '<br>')}</p></body></html>`;
const EXPIRES = new Date('2031-03-31T10:00:00Z');
const NOW = new Date('2031-03-31T08:30:00Z');

const messageOf =
  (to: string) =>
  (i: number): Outbound => ({
    ...{ id: `bench-${i}`, to, subject: '482913 kode Sampai', text: TEXT, now: NOW, expiresAt: EXPIRES },
    ...(to.includes('@') && { html: HTML }),
  });

async function ours(route: object, to: string): Promise<Way> {
  const [checked] = readCarriersFile(JSON.stringify({ sender: SENDER, routes: [route] }), 'bench').routes;
  if (!checked) throw new Error('no route');
  const carrier = await openCarrier(checked, SENDER);
  const of = messageOf(to);
  return {
    async send(i) {
      const outcome = await carrier.send(of(i));
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    },
    close: carrier.close,
  };
}

type Round = { rate: number; cpuMs: number };

/** Hands `count` messages over, IN_HAND at a time; the CPU is that of this process alone. */
async function round({ send }: Way, count: number): Promise<Round> {
  let next = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const hand = async () => {
    while (next < count) {
      next += 1;
      await send(next);
    }
  };
  await Promise.all(Array.from({ length: IN_HAND }, hand));
  const { user, system } = process.cpuUsage(cpu);
  return {
    rate: (count * 1000) / (performance.now() - began),
    cpuMs: (user + system) / 1000 / count,
  };
}

/** Both ways in turns, the first of each for nothing: it warms up. */
async function compare(name: string, mine: Way, bare: Way, count: number): Promise<number> {
  const got: Record<'ours' | 'bare', Round[]> = { ours: [], bare: [] };
  for (let i = 0; i <= rounds; i += 1) {
    const turn = [
      ['ours', mine],
      ['bare', bare],
    ] as const;
    for (const [whose, way] of i % 2 === 0 ? turn : turn.toReversed()) {
      const it = await round(way, count);
      if (i > 0) got[whose].push(it);
    }
  }
  await Promise.all([mine.close(), bare.close()]);
  const median = (of: Round[], what: keyof Round) => {
    const sorted = of.map((it) => it[what]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const ratios = got.ours.map(({ rate }, i) => rate / (got.bare[i]?.rate ?? rate)).toSorted((a, b) => a - b);
  const two = (value: number) => Math.round(value * 100) / 100;
  const three = (value: number) => Math.round(value * 1000) / 1000;
  printFigure('delivery', {
    protocol: name,
    ours_per_s: Math.round(median(got.ours, 'rate')),
    bare_per_s: Math.round(median(got.bare, 'rate')),
    ratio: two(ratios[Math.floor(ratios.length / 2)] ?? 0),
    ratio_worst_round: two(ratios[0] ?? 0),
    ours_cpu_ms: three(median(got.ours, 'cpuMs')),
    bare_cpu_ms: three(median(got.bare, 'cpuMs')),
    ...{ rounds, messages: count, in_hand: IN_HAND, connections: name === 'SMTP' ? CONNECTIONS : 1 },
  });
  return median(got.bare, 'rate');
}

function printWhole(protocol: string, { perSecond, cpuMs, messages }: Drained, bare: number): void {
  printFigure('delivery', {
    protocol: `${protocol}, the whole worker`,
    ours_per_s: Math.round(perSecond),
    bare_per_s: Math.round(bare),
    ratio: Math.round((perSecond / bare) * 100) / 100,
    cpu_ms: Object.fromEntries(
      Object.entries(cpuMs).map(([process, ms]) => [process, Math.round(ms * 1000) / 1000]),
    ),
    messages,
  });
}

const sink = spawn(process.execPath, [new URL('delivery/sink-server.ts', import.meta.url).pathname], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = (await once(createInterface({ input: sink.stdout }), 'line')) as [string];
  const { smtp, smpp } = JSON.parse(line) as { smtp: number; smpp: number };
  const at = { host: '127.0.0.1', tls: false };
  const relay = { name: 'relay', kind: 'smtp', host: at.host, port: smtp, lanes: ['mail:*'], tls: 'none' };
  const mailOf = () => ({
    ...{ from: SENDER, to: 'budi@gmail.com', subject: '482913 kode Sampai', text: TEXT, html: HTML },
  });
  const bareMails = await compare(
    'SMTP',
    await ours({ ...relay, connections: CONNECTIONS }, 'budi@gmail.com'),
    bareMail(smtp, CONNECTIONS, mailOf),
    mails,
  );
  const smsc = { name: 'smsc', kind: 'smpp', ...at, port: smpp, systemId: 'sink', lanes: ['sms:*'] };
  const fieldsOf = (short_message: string | Buffer) => () => ({
    ...{ source_addr_ton: 5, source_addr: 'Sampai', dest_addr_ton: 1, dest_addr_npi: 1 },
    ...{ destination_addr: '6281234561234', short_message, registered_delivery: 1 },
  });
  const bareTexts: number[] = [];
  // Beside the library that writes the text itself, and beside one that is given octets and spared that work.
  for (const [name, text] of [
    ['SMPP', TEXT],
    ['SMPP, octets given to the bare library', Buffer.from(TEXT)],
  ] as const) {
    const mine = await ours(smsc, '+6281234561234');
    bareTexts.push(await compare(name, mine, await bareSms(smpp, fieldsOf(text)), texts));
  }
  const whole = await wholeWorker(
    { sender: SENDER, routes: [relay, smsc].map((one) => ({ ...one, bundled: true })) },
    backlog,
  );
  printWhole('SMTP', whole.mails, bareMails);
  printWhole('SMPP', whole.texts, bareTexts[0] ?? 0);
} finally {
  sink.kill();
}
