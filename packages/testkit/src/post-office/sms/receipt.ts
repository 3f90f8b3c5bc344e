/** SMPP 3.4, 5.2.28 (message_state) and appendix B (receipt text). */
const RECEIPT_STATES = {
  DELIVRD: { state: 2, error: '000' },
  EXPIRED: { state: 3, error: '006' },
  UNDELIV: { state: 5, error: '011' },
  REJECTD: { state: 8, error: '012' },
} as const;
export type ReceiptState = keyof typeof RECEIPT_STATES;

/** How this SMSC writes its receipts; real ones differ in each of these. */
export type ReceiptHabits = {
  /** `decimal`: the id of the response is hex, the one in the receipt its decimal value. */
  receiptIds: 'same' | 'decimal';
  /** Whether receipted_message_id, message_state and network_error_code come as optional parameters too. */
  receiptTlvs: boolean;
  /** Digits of the dates: YYMMDDhhmm or YYMMDDhhmmss. */
  receiptDates: 10 | 12;
};

export type ReceiptFacts = {
  id: string;
  from: string;
  to: string;
  text: string;
  submittedAt: Date;
  doneAt: Date;
};

/** The fields of the deliver_sm that carries a receipt: back from the handset's number to the sender. */
export function receiptFields(
  facts: ReceiptFacts,
  state: ReceiptState,
  habits: ReceiptHabits,
): Record<string, unknown> {
  const { state: messageState, error } = RECEIPT_STATES[state];
  const id = habits.receiptIds === 'decimal' ? BigInt(`0x${facts.id}`).toString() : facts.id;
  const delivered = state === 'DELIVRD' ? '001' : '000';
  const text =
    `id:${id} sub:001 dlvrd:${delivered} submit date:${stamp(facts.submittedAt, habits)} ` +
    `done date:${stamp(facts.doneAt, habits)} stat:${state} err:${error} text:${facts.text.slice(0, 20)}`;
  return {
    source_addr_ton: 1,
    source_addr_npi: 1,
    source_addr: facts.to,
    destination_addr: facts.from,
    esm_class: 0x04,
    data_coding: 0,
    short_message: Buffer.from(text.replace(/[^ -~]/g, '?'), 'latin1'),
    ...(habits.receiptTlvs && {
      receipted_message_id: id,
      message_state: messageState,
      // 3 is GSM, then two octets of the network's own error number.
      network_error_code: Buffer.from([3, 0, Number(error)]),
    }),
  };
}

const stamp = (at: Date, { receiptDates }: ReceiptHabits) =>
  at
    .toISOString()
    .replace(/[-T:]/g, '')
    .slice(2, 2 + receiptDates);
