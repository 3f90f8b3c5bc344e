import type { DeliveryReceipt, ReceiptState } from '../../contract.ts';

/** What of a deliver_sm or data_sm tells of a receipt. Bytes as on the wire. */
export type DeliverFields = {
  esm_class?: number;
  data_coding?: number;
  short_message?: Buffer;
  message_payload?: Buffer;
  receipted_message_id?: string;
  message_state?: number;
  network_error_code?: Buffer;
};

// message_state, SMPP 3.4, 5.2.28. Accepted (6) means that a person read it on the recipient's behalf: still on its way.
const BY_NUMBER: ReceiptState[] = [
  'unknown',
  'enroute',
  'delivered',
  'expired',
  'undeliverable',
  'undeliverable',
  'enroute',
  'unknown',
  'rejected',
];
// Appendix B, and what vendors write instead; the first five letters tell them apart.
const BY_WORD: [RegExp, ReceiptState][] = [
  [/^DELIV/i, 'delivered'],
  [/^EXPIR/i, 'expired'],
  [/^(DELET|UNDEL|FAIL)/i, 'undeliverable'],
  [/^(ACCEP|ENROU|BUFFE)/i, 'enroute'],
  [/^REJEC/i, 'rejected'],
];
const RECEIPT_BITS = 0x3c;
const MC_DELIVERY_RECEIPT = 0x04;
const NO_ERROR = /^0*$/;

/**
 * Reads a delivery receipt. Undefined when it is something else: a text that a person sent us.
 * The optional parameters are believed before the text; vendors leave out either, write `submitdate:` without a space,
 * dates of 10 or 12 digits, or none.
 * @returns the ids as written, at most two, not yet compared with what we sent
 */
export function readReceipt(fields: DeliverFields): DeliveryReceipt | undefined {
  const text = textOf(fields);
  const given = (name: string) => new RegExp(`\\b${name}\\s*:\\s*([^\\s]+)`, 'i').exec(text)?.[1];
  const word = given('stat');
  const marked = ((fields.esm_class ?? 0) & RECEIPT_BITS) === MC_DELIVERY_RECEIPT;
  const ids = [fields.receipted_message_id?.replace(/\0+$/, ''), given('id')].filter(
    (id) => !!id,
  ) as string[];
  if (ids.length === 0 || (!marked && fields.message_state === undefined && word === undefined))
    return undefined;
  const networkError = networkErrorOf(fields.network_error_code) ?? given('err');
  const doneAt = /\bdone\s*date\s*:\s*(\d{10,12})/i.exec(text)?.[1];
  return {
    providerIds: [...new Set(ids)],
    state: stateOf(fields.message_state, word),
    ...(networkError !== undefined && !NO_ERROR.test(networkError) && { networkError }),
    ...(doneAt !== undefined && { doneAt }),
  };
}

function stateOf(number: number | undefined, word: string | undefined): ReceiptState {
  if (number !== undefined) return BY_NUMBER[number] ?? 'unknown';
  return BY_WORD.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? 'unknown';
}

function textOf({ short_message, message_payload, data_coding }: DeliverFields): string {
  const bytes = short_message?.length ? short_message : (message_payload ?? Buffer.alloc(0));
  // A receipt is ASCII in every alphabet but UCS-2, which some gateways use for everything.
  return data_coding === 8
    ? Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');
}

// network_error_code, SMPP 3.4, 5.3.2.31: one octet of network type, two of error.
function networkErrorOf(bytes: Buffer | undefined): string | undefined {
  return bytes && bytes.length >= 3 ? String(bytes.readUInt16BE(1)) : undefined;
}
