import { servesSeveral } from '../../config/route.ts';
import {
  type Carrier,
  type CarrierKind,
  type DeliveryReceipt,
  type Outbound,
  PART_FULL,
  type ReceiptListener,
  type Sender,
  type SendOutcome,
  TAKEN_BACK,
} from '../../contract.ts';
import { makeWindow } from '../../window.ts';
import { config, type SmppRoute } from './config.ts';
import { makeSentIds } from './ids.ts';
import { type KeptLine, keepLine } from './keep-line.ts';
import { BindFailed, type Line, type OnDeliver, openLine } from './line.ts';
import { readReceipt } from './receipt.ts';
import { judgeStatus } from './status.ts';
import { submitFields } from './submit.ts';

/** Refusals of the account itself: another kind of bind would be refused the same. */
const WRONG_ACCOUNT = [0x0e, 0x0f];

/** The SMSC knows nothing of our bind any more, or of another one: whatever is submitted over it gets this answer. */
const NOT_BOUND = 0x04;

/** Opens a bind to an SMSC. Stands at once; the line comes up behind it, and again whenever it falls. */
async function open(route: SmppRoute, sender: Sender): Promise<Carrier> {
  const listeners: ReceiptListener[] = [];
  const heard = Promise.withResolvers<void>();
  const sentIds = makeSentIds();
  const window = makeWindow(route.window);
  const isShared = servesSeveral(route);
  const onDeliver: OnDeliver = async (pdu) => {
    const receipt = readReceipt(pdu);
    // A text that somebody sent us: answered, so that it does not come again, and let go.
    if (!receipt) return true;
    // An SMSC gives us what it kept as soon as we bind: answered before anybody listens, it would be lost.
    await heard.promise;
    return tell(listeners, { ...receipt, providerIds: sentIds.meant(receipt.providerIds) });
  };
  const lines = keepLines(route, onDeliver);

  async function send(message: Outbound): Promise<SendOutcome> {
    const patience = route.connectSeconds * 1000;
    const began = performance.now();
    const lane = isShared ? message.lane : undefined;
    const entry = await window.enter(patience, lane);
    if (entry === 'part-full') return PART_FULL;
    if (entry === 'full') return { kind: 'deferred', scope: 'route', reply: 'WINDOW_FULL' };
    try {
      const line = await lines.transmitter.within(Math.max(0, patience - (performance.now() - began)));
      if (!line) {
        return { kind: 'deferred', scope: 'route', reply: lines.transmitter.trouble() ?? 'NOT_CONNECTED' };
      }
      if (message.mayGo && !message.mayGo()) return TAKEN_BACK;
      return await submit(line, message);
    } finally {
      window.leave(lane);
    }
  }

  async function submit(line: Line, message: Outbound): Promise<SendOutcome> {
    const answer = await line.submit(submitFields(message, route, sender));
    if (answer === 'silent') return { kind: 'unknown', reason: 'no response to submit_sm in time' };
    if (answer === 'closed')
      return { kind: 'unknown', reason: 'the line broke before the response to submit_sm' };
    if (answer.command_status === NOT_BOUND) void line.close();
    if (answer.command_status !== 0) return judgeStatus(answer.command_status);
    const providerId = answer.message_id || null;
    if (providerId !== null) sentIds.add(providerId);
    return { kind: 'accepted', providerId, reply: 'ESME_ROK' };
  }

  return {
    route: route.name,
    channel: 'SMS',
    send,
    hears: () => route.receipts && lines.hear(),
    deaf: () => (route.receipts ? lines.deaf() : undefined),
    onReceipt(listener) {
      listeners.push(listener);
      heard.resolve();
    },
    async close() {
      await window.empty();
      await lines.stop();
    },
  };
}

type Lines = {
  transmitter: KeptLine;
  hear(): boolean;
  deaf(): string | undefined;
  stop(): Promise<void>;
};

/**
 * One transceiver, or a transmitter and a receiver where the carrier refuses it or never answers it: for as long as that line
 * stands, since one that was only busy, or far away, takes the next transceiver.
 */
function keepLines(route: SmppRoute, onDeliver: OnDeliver): Lines {
  const keep = (open: () => Promise<Line>) => keepLine(open, route.reconnectSeconds * 1000);
  let receiver: KeptLine | undefined;
  const openPair = async () => {
    const line = await openLine(route, 'transmitter', onDeliver);
    receiver ??= keep(() => openLine(route, 'receiver', onDeliver));
    return line;
  };
  const transmitter = keep(async () => {
    if (route.bind === 'pair') return openPair();
    try {
      const line = await openLine(route, 'transceiver', onDeliver);
      void receiver?.stop();
      receiver = undefined;
      return line;
    } catch (error) {
      const tryPair = route.bind === 'auto' && error instanceof BindFailed && mayWorkAsPair(error);
      if (!tryPair) throw error;
      return openPair();
    }
  });
  return {
    transmitter,
    hear: () => (receiver ?? transmitter).stands(),
    deaf: () => (transmitter.stands() && !receiver?.stands() ? receiver?.trouble() : undefined),
    stop: async () => void (await Promise.all([transmitter.stop(), receiver?.stop()])),
  };
}

const mayWorkAsPair = ({ status, code }: BindFailed) =>
  code === 'BIND_SILENT' || (status !== undefined && !WRONG_ACCOUNT.includes(status));

async function tell(listeners: ReceiptListener[], receipt: DeliveryReceipt): Promise<boolean> {
  try {
    await Promise.all(listeners.map((listener) => listener(receipt)));
    return true;
  } catch {
    return false;
  }
}

export const carrier = { channel: 'SMS', config, open } satisfies CarrierKind<typeof config>;
