import type { Outbound, Sender } from '../../contract.ts';
import { encodeText } from './alphabet.ts';
import type { SmppRoute } from './config.ts';

const INTERNATIONAL = 1;
const ISDN = 1;
const ALPHANUMERIC = 5;
const FINAL_RECEIPT = 1;
/** An alphanumeric sender is packed into the 10 octets of an address: 11 septets (3GPP TS 23.040, 9.1.2.5). */
const LONGEST_NAME = 11;
const LONGEST_SHORT_MESSAGE = 254;

/** The fields of the submit_sm for a message (SMPP 3.4, 4.4.1). */
export function submitFields(message: Outbound, route: SmppRoute, sender: Sender): Record<string, unknown> {
  const { dataCoding, bytes } = encodeText(message.text, route.alphabet);
  const source = route.source ?? { ton: ALPHANUMERIC, npi: 0, address: sender.name.slice(0, LONGEST_NAME) };
  return {
    source_addr_ton: source.ton,
    source_addr_npi: source.npi,
    source_addr: source.address,
    dest_addr_ton: INTERNATIONAL,
    dest_addr_npi: ISDN,
    destination_addr: message.to.replace(/^\+/, ''),
    validity_period: absoluteTime(message.expiresAt),
    registered_delivery: route.receipts ? FINAL_RECEIPT : 0,
    data_coding: dataCoding,
    ...(bytes.length <= LONGEST_SHORT_MESSAGE
      ? { short_message: bytes }
      : { short_message: Buffer.alloc(0), message_payload: bytes }),
  };
}

/** `YYMMDDhhmmsstnnp` in UTC (SMPP 3.4, 7.1.1): the SMSC itself drops a code that is of no use any more (R67). */
export function absoluteTime(at: Date): string {
  const digits = at.toISOString().replace(/\D/g, '');
  return `${digits.slice(2, 14)}${digits.charAt(14)}00+`;
}
