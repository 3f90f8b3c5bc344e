import { randomBytes } from 'node:crypto';
import { addressKey } from '../address.ts';
import type { PostOfficeClock } from '../clock.ts';
import { codeIn } from '../code.ts';
import type { Faults, Met } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import { decodeText } from './alphabet.ts';
import { commandStatus } from './command-status.ts';
import type { SmscHabits } from './habits.ts';
import { ESME, type Session, type SubmitPdu } from './library.ts';
import { type ReceiptState, receiptFields } from './receipt.ts';
import type { ReceiptDesk } from './receipt-desk.ts';
import { validUntil } from './validity.ts';

/** Takes a submit_sm as the SMSC does, and brings it to the handset, or not, as the faults say. */
export type Handset = {
  take(pdu: SubmitPdu, session: Session, systemId: string): void;
  /** How many it has accepted: what the sender is charged for. */
  accepted(): number;
};

type Needs = { inbox: Inbox; faults: Faults; clock: PostOfficeClock; habits: SmscHabits };

export function makeHandset({ inbox, faults, clock, habits }: Needs, desk: ReceiptDesk): Handset {
  let accepted = 0;
  const take = (pdu: SubmitPdu, session: Session, systemId: string) => {
    const refuse = (status: number | undefined) =>
      session.send(pdu.response({ command_status: status ?? 8 }));
    const to = addressKey(pdu.destination_addr ?? '');
    if (!/^\+\d{8,15}$/.test(to)) return refuse(ESME.ESME_RINVDSTADR);
    const submittedAt = clock.now();
    const end = validUntil(pdu.validity_period ?? '', submittedAt);
    if (end === undefined) return refuse(ESME.ESME_RINVEXPIRY);

    const fault = faults.meet('SMS', to);
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'cut') return session.destroy();
    if (fault?.kind === 'defer' || fault?.kind === 'refuse') {
      const usual = fault.kind === 'defer' ? ESME.ESME_RTHROTTLED : ESME.ESME_RINVDSTADR;
      const status = commandStatus(fault.reply ?? '') ?? usual;
      if (!fault.tarpitSeconds) return refuse(status);
      return void clock.after(fault.tarpitSeconds, () => refuse(status));
    }

    accepted += 1;
    const id = newId(habits);
    const text = textOf(pdu, habits);
    const from = pdu.source_addr ?? '';
    const answer = () => session.send(pdu.response({ message_id: id }));
    if (!habits.receiptFirst) answer();
    if (fault?.kind !== 'lose') {
      const bring = () => {
        const alive = end === null || habits.validity === 'ignored' || clock.now() <= end;
        if (alive)
          inbox.put({
            to,
            channel: 'SMS',
            from,
            receivedAt: clock.now().toISOString(),
            text,
            code: codeIn(text),
          });
        if (!wantsReceipt(pdu, alive) || isUntold(fault)) return;
        const tell = (state: ReceiptState) => {
          const facts = { id, from, to: to.slice(1), text, submittedAt, doneAt: clock.now() };
          desk.hand(receiptFields(facts, state, habits), systemId, session);
        };
        if (habits.receiptFirst || habits.receiptSeconds === 0) tell(alive ? 'DELIVRD' : 'EXPIRED');
        else clock.after(habits.receiptSeconds, () => tell(alive ? 'DELIVRD' : 'EXPIRED'));
      };
      const seconds = delayOf(fault);
      if (seconds > 0) clock.after(seconds, bring);
      else bring();
    }
    if (habits.receiptFirst) answer();
  };
  return { take, accepted: () => accepted };
}

const isUntold = (fault: Met | undefined) =>
  fault?.kind === 'noReceipt' || (fault?.kind === 'delay' && fault.unreceipted === true);

const delayOf = (fault: Met | undefined) => (fault?.kind === 'delay' ? fault.seconds : 0);

// registered_delivery, bits 1 and 0 (SMPP 3.4, 5.2.17): 1 final receipt, 2 on failure only.
const wantsReceipt = ({ registered_delivery: asked = 0 }: SubmitPdu, alive: boolean) =>
  (asked & 3) === 2 ? !alive : (asked & 3) !== 0;

function textOf(pdu: SubmitPdu, { defaultAlphabet }: SmscHabits): string {
  const short = pdu.short_message ?? Buffer.alloc(0);
  const bytes = short.length > 0 ? short : (pdu.message_payload ?? short);
  // esm_class 0x40: a user data header stands first; its first octet is its length.
  const header = ((pdu.esm_class ?? 0) & 0x40) !== 0 && bytes.length > 0 ? (bytes[0] ?? 0) + 1 : 0;
  return decodeText(bytes.subarray(header), pdu.data_coding ?? 0, defaultAlphabet);
}

// Hex where the receipt is to show the decimal twin, otherwise letters that no number parser takes.
const newId = ({ receiptIds }: SmscHabits) =>
  receiptIds === 'decimal'
    ? randomBytes(5).toString('hex').replace(/^0+/, '') || '1'
    : `PO-${randomBytes(8).toString('base64url')}`;
