import type { ReceiptHabits } from './receipt.ts';

/** What differs from carrier to carrier, to be ordered by tests. */
export type SmscHabits = ReceiptHabits & {
  /** `noTransceiver`: a transceiver bind is refused. `silentTransceiver`: it is never answered. */
  bind: 'any' | 'noTransceiver' | 'silentTransceiver';
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
  defaultAlphabet: 'gsm',
  receiptIds: 'same',
  receiptTlvs: true,
  receiptDates: 10,
  receiptSeconds: 0.3,
  receiptFirst: false,
};
