import {
  type Carrier,
  type DeliveryReceipt,
  type Outbound,
  type ReceiptListener,
  type SendOutcome,
  TAKEN_BACK,
} from '@sampai/carriers';

export type FakeCarrier = Carrier & {
  sent: Outbound[];
  /** What the next submissions are answered with; accepted when nothing is said. */
  answers: (SendOutcome | Promise<SendOutcome>)[];
  /** Asked first, with the message: what it gives nothing for is answered as above. */
  answer(message: Outbound): SendOutcome | Promise<SendOutcome> | undefined;
  /** Settles when those who listen have dealt with it. */
  receive(receipt: DeliveryReceipt): Promise<void>;
};

/** A carrier in memory, standing at the port of packages/carriers. The n-th acceptance has the provider id `<route>-n`. */
export function fakeCarrier(route: string, channel: 'SMS' | 'EMAIL'): FakeCarrier {
  const listeners: ReceiptListener[] = [];
  const carrier: FakeCarrier = {
    route,
    channel,
    sent: [],
    answers: [],
    answer: () => undefined,
    async send(message) {
      if (message.mayGo && !message.mayGo()) return TAKEN_BACK;
      carrier.sent.push(message);
      const providerId = `${route}-${carrier.sent.length}`;
      return (
        (await (carrier.answer(message) ?? carrier.answers.shift())) ?? {
          kind: 'accepted',
          providerId,
          reply: 'ok',
        }
      );
    },
    onReceipt: (listener) => void listeners.push(listener),
    receive: async (receipt) => {
      for (const listener of listeners) await listener(receipt);
    },
    close: async () => {},
  };
  return carrier;
}
