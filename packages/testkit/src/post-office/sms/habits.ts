import type { ReceiptHabits } from './receipt.ts';

/** What differs from carrier to carrier, to be ordered by tests. */
export type SmscHabits = ReceiptHabits & {
  /** `noTransceiver`: a transceiver bind is refused. `silentTransceiver`: it is never answered. `onlyTransmitter`: nor is a receiver given. */
  bind: 'any' | 'noTransceiver' | 'silentTransceiver' | 'onlyTransmitter';
  /** A bind that was cut off counts as standing still: the next one of its system id is refused (ESME_RALYBND). */
  staleBinds: boolean;
  /** `ignored`: messages are delivered however late, as in May 2023. */
  validity: 'kept' | 'ignored';
  /** Refuse every other password; undefined: take any. */
  password?: string;
  /** What data_coding 0 means here. */
  defaultAlphabet: 'gsm' | 'latin1';
  /** Seconds from a message's delivery to its receipt. */
  receiptSeconds: number;
  /** Send the receipt before the response to the submit, as some do under load. */
  receiptFirst: boolean;
};

export const USUAL_HABITS: SmscHabits = {
  bind: 'any',
  staleBinds: false,
  validity: 'kept',
  defaultAlphabet: 'gsm',
  receiptIds: 'same',
  receiptTlvs: true,
  receiptDates: 10,
  receiptSeconds: 0.3,
  receiptFirst: false,
};
