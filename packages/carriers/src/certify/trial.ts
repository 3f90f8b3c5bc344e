import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryReceipt, Outbound, Sender, SendOutcome } from '../contract.ts';
import { openRoute, type RouteConfig } from '../registry.gen.ts';
import { startProxy } from './proxy.ts';

export type CertifyOptions = {
  /** Whom the test messages go to: a phone or mailbox of our own. */
  to: string;
  now: () => Date;
  /** Reads what arrived there, if somebody can: texts, newest first. */
  readBack?: ((to: string) => Promise<string[]>) | undefined;
  /** Messages for the latency, and twice as many for the burst. */
  count?: number;
  /** What the contract allows, messages a second, where it is not what the route says (`agreedRate`). */
  rate?: number | undefined;
  /** At most so many messages are sent steadily, as many to find out when the carrier throttles, and again until it takes all. */
  most?: number;
  /** Seconds that each rate is offered while it is pressed. */
  stepSeconds?: number;
  /** Seconds of rest before it is pressed: carriers count by the second. */
  settleSeconds?: number;
  /** Seconds that the agreed rate is to be kept up. */
  steadySeconds?: number;
  /** Seconds: how long receipts, arrivals and recoveries are waited for. */
  patience?: number;
};

export type Sent = { message: Outbound; outcome: SendOutcome; ms: number; acceptedAt: number };
export type Receipt = Pick<DeliveryReceipt, 'providerIds' | 'state'> & { at: number };
export type Trial = Awaited<ReturnType<typeof openTrial>>;

export const PATIENCE_SECONDS = 30;
const MOST_MESSAGES = 1_000;
const STEADY_SECONDS = 10;
const LIFE_MS = 30 * 60_000;
const LOOK_MS = 50;
const FINAL = ['delivered', 'undeliverable', 'expired', 'rejected'];

/** A carrier on trial: opened as the worker would open it, over a wire that we can cut or silence. Everything sent is remembered. */
export async function openTrial(route: RouteConfig, sender: Sender, options: CertifyOptions) {
  const { to, now, readBack, patience = PATIENCE_SECONDS, count = 50 } = options;
  const { most = MOST_MESSAGES, stepSeconds = 1, settleSeconds = 1 } = options;
  const { steadySeconds = STEADY_SECONDS } = options;
  const proxy = await startProxy(route.host, route.port);
  const carrier = await openRoute(through(route, proxy.port), sender);
  const run = now().getTime().toString(36);
  const sent: Sent[] = [];
  const receipts: Receipt[] = [];
  const listeners = new Set<() => void>();
  carrier.onReceipt(({ providerIds, state }) => {
    if (!FINAL.includes(state)) return;
    receipts.push({ providerIds, state, at: performance.now() });
    for (const tell of listeners) tell();
  });
  const receiptFor = ({ outcome }: Sent) =>
    receipts.find(
      ({ providerIds }) => outcome.kind === 'accepted' && providerIds.includes(outcome.providerId ?? ''),
    );

  return {
    ...{ route, sender, to, now, patience, count, sent, most, stepSeconds, settleSeconds },
    steadySeconds,
    rate: options.rate ?? route.agreedRate,
    /** Whether final receipts are to come. */
    receipts: route.kind === 'smpp' && route.receipts,
    text: (what: string) => `Sampai: uji ${run}-${sent.length} ${what}`,
    async send(text?: string, more: Partial<Outbound> = {}): Promise<Sent> {
      const began = performance.now();
      const at = now();
      const message: Outbound = {
        id: `uji-${run}-${sent.length}`,
        to,
        subject: `Sampai: uji ${run}-${sent.length}`,
        text: text ?? `Sampai: uji ${run}-${sent.length}, kode 000000. Abaikan pesan ini.`,
        now: at,
        expiresAt: new Date(at.getTime() + LIFE_MS),
        ...more,
      };
      const it: Sent = { message, outcome: { kind: 'unknown', reason: 'under way' }, ms: 0, acceptedAt: 0 };
      sent.push(it);
      it.outcome = await carrier.send(message);
      it.acceptedAt = performance.now();
      it.ms = it.acceptedAt - began;
      return it;
    },
    /** The final receipt of a message, waited for as long as patience lasts from its acceptance. */
    receipt(of: Sent, seconds = patience): Promise<Receipt | undefined> {
      const there = receiptFor(of);
      if (there || of.outcome.kind !== 'accepted') return Promise.resolve(there);
      return new Promise((resolve) => {
        const look = () => {
          const found = receiptFor(of);
          if (found) end(found);
        };
        const end = (found?: Receipt) => {
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        const left = of.acceptedAt + seconds * 1000 - performance.now();
        const timer = setTimeout(end, Math.max(0, left));
        listeners.add(look);
      });
    },
    /** Whether this very text came to the phone or mailbox; undefined when nobody reads it. */
    async seen(text: string, seconds = patience): Promise<boolean | undefined> {
      if (!readBack) return undefined;
      const end = performance.now() + seconds * 1000;
      do {
        if ((await readBack(to)).some((it) => it.trimEnd() === text.trimEnd())) return true;
        await wait(LOOK_MS);
      } while (performance.now() < end);
      return false;
    },
    /** How often each text is there; undefined when nobody reads it. */
    async copies(): Promise<Map<string, number> | undefined> {
      const texts = await readBack?.(to);
      if (!texts) return undefined;
      const copies = new Map<string, number>();
      for (const text of texts) copies.set(text.trimEnd(), (copies.get(text.trimEnd()) ?? 0) + 1);
      return copies;
    },
    /** What came instead, for the report. */
    async newest(): Promise<string> {
      return (await readBack?.(to))?.[0] ?? '';
    },
    cut: proxy.cut,
    silence: proxy.silence,
    async close() {
      await carrier.close();
      await proxy.close();
    },
  };
}

/** The route by way of the wire; a certificate is still the carrier's own. */
function through(route: RouteConfig, port: number): RouteConfig {
  const servername = isIP(route.host) === 0 ? route.host : undefined;
  const wire = { host: '127.0.0.1', port };
  if (route.kind === 'smtp') return { servername, ...route, ...wire };
  if (route.tls === false) return { ...route, ...wire };
  return { ...route, ...wire, tls: { servername, ...(typeof route.tls === 'object' && route.tls) } };
}
