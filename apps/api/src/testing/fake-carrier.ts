import type { Carrier, DeliveryReceipt, Outbound, SendOutcome } from '@sampai/carriers';

export type FakeCarrier = Carrier & {
  sent: Outbound[];
  /** What the next submissions are answered with; accepted when nothing is said. */
  answers: (SendOutcome | Promise<SendOutcome>)[];
  receive(receipt: Omit<DeliveryReceipt, 'at'>): void;
};

/** A carrier in memory, standing at the port of packages/carriers. The n-th acceptance has the provider id `<route>-n`. */
export function fakeCarrier(route: string, channel: 'SMS' | 'EMAIL'): FakeCarrier {
  const listeners: ((receipt: DeliveryReceipt) => void)[] = [];
  const carrier: FakeCarrier = {
    route,
    channel,
    sent: [],
    answers: [],
    async send(message) {
      carrier.sent.push(message);
      const providerId = `${route}-${carrier.sent.length}`;
      return (await carrier.answers.shift()) ?? { kind: 'accepted', providerId, reply: 'ok' };
    },
    onReceipt: (listener) => void listeners.push(listener),
    receive: (receipt) => {
      for (const listener of listeners) listener({ ...receipt, at: new Date(0) });
    },
    close: async () => {},
  };
  return carrier;
}
