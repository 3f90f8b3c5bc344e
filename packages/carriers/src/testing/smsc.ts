import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach } from 'vitest';
import type { Carrier, DeliveryReceipt } from '../index.ts';
import { BUDI, freePorts, messageTo, openOffice, openTo, type Ports } from './lab.ts';

/** A post office for each test of a file, and carriers to its SMSC that are closed after it. Said once, at the head of the file. */
export function useSmsc() {
  let ports: Ports;
  let office: PostOffice;
  const opened: Carrier[] = [];
  beforeEach(async () => {
    ports = await freePorts();
    office = await openOffice(ports);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((carrier) => carrier.close()));
    await office.close();
  });

  /** A carrier that nobody listens to yet. */
  async function openUnheard(more: object = {}): Promise<Carrier> {
    const carrier = await openTo(ports, 'SMS', more);
    opened.push(carrier);
    return carrier;
  }
  return {
    get ports() {
      return ports;
    },
    get office() {
      return office;
    },
    openUnheard,
    /** A carrier with the receipt that it hears first. */
    async open(more: object = {}) {
      const carrier = await openUnheard(more);
      const receipt = Promise.withResolvers<DeliveryReceipt>();
      carrier.onReceipt(receipt.resolve);
      const send = (message: object = {}) => carrier.send(messageTo(BUDI.SMS, message));
      return { carrier, receipt: receipt.promise, send };
    },
  };
}
