import { parsePhone } from '@sampai/identifiers';
import { z } from 'zod';
import { addressKey, domainOf } from './address.ts';
import { smtpReply } from './mail/smtp-reply.ts';
import { commandStatus } from './sms/command-status.ts';

const SECONDS = z.number().min(0).max(86_400);
const TIMES = z.int().min(1).max(1_000_000).optional();

/** Whom a fault hits: every condition given must hold; none given means everybody. */
const match = z.strictObject({
  channel: z.enum(['SMS', 'EMAIL']).optional(),
  /** One address: a number in any notation, or a mail address. */
  to: z.string().min(1).max(320).optional(),
  /** The part behind the `@`. */
  domain: z.string().min(1).max(255).optional(),
  operator: z.enum(['TELKOMSEL', 'INDOSAT', 'XL', 'AXIS', 'TRI', 'SMARTFREN']).optional(),
});

const reply = z.string().min(1).max(500);
/** Where in the mail conversation it happens: at the recipient's address, or once the mail was handed over. */
const places = z.enum(['RCPT', 'DATA']);
const at = places.default('RCPT');

const fault = z.discriminatedUnion('kind', [
  /** Taken at once, on the handset or in the mailbox (and receipted) only after so many seconds. */
  z.strictObject({ kind: z.literal('delay'), seconds: SECONDS, times: TIMES }),
  /** A refusal for now: an SMTP reply ("421 4.7.28 ...") or an SMPP status ("ESME_RTHROTTLED", "0x58"). */
  z.strictObject({ kind: z.literal('defer'), reply: reply.optional(), at, times: TIMES }),
  /** A refusal for good. */
  z.strictObject({ kind: z.literal('refuse'), reply: reply.optional(), at, times: TIMES }),
  /** Taken with a good reply, then gone: never shown, no receipt. */
  z.strictObject({ kind: z.literal('lose'), times: TIMES }),
  /** Shown, but the carrier never tells (SMS). */
  z.strictObject({ kind: z.literal('noReceipt'), times: TIMES }),
  /** Read, and never answered; the connection stays open. */
  z.strictObject({ kind: z.literal('silent'), at: places.default('DATA'), times: TIMES }),
  /** Read, then the connection is cut without an answer. */
  z.strictObject({ kind: z.literal('cut'), at: places.default('DATA'), times: TIMES }),
  /** Taken with a good reply; after so many seconds a report comes back that it was not (mail, RFC 3464). */
  z.strictObject({
    kind: z.literal('bounce'),
    status: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'must be an enhanced code: 5.1.1')
      .default('5.1.1'),
    seconds: SECONDS.default(0),
    times: TIMES,
  }),
]);

/** What `POST /faults` takes. */
export const faultOrder = z.strictObject({ match: match.default({}), fault }).superRefine((order, ctx) => {
  const given = order.fault;
  if ((given.kind !== 'defer' && given.kind !== 'refuse') || given.reply === undefined) return;
  if (smtpReply(given.reply) === undefined && commandStatus(given.reply) === undefined) {
    ctx.addIssue({
      code: 'custom',
      path: ['fault', 'reply'],
      message: 'is neither an SMTP reply nor an SMPP status',
    });
  }
});

export type FaultOrder = z.input<typeof faultOrder>;
export type Fault = z.infer<typeof fault>;
export type StandingFault = z.infer<typeof faultOrder> & { id: string };

export type Faults = {
  /** Orders a fault. Returns its id. Throws a ZodError when the order makes no sense. */
  add(order: FaultOrder): string;
  list(): StandingFault[];
  /** Ends one fault, or all of them. */
  clear(id?: string): void;
  /** The newest fault that hits this message, counted against its `times`. */
  meet(channel: 'SMS' | 'EMAIL', to: string): Fault | undefined;
};

export function makeFaults(changed: () => void = () => {}): Faults {
  let standing: (StandingFault & { left: number })[] = [];
  let lastId = 0;
  return {
    add(order) {
      const checked = faultOrder.parse(order);
      lastId += 1;
      const id = String(lastId);
      standing.unshift({ ...checked, id, left: checked.fault.times ?? Number.POSITIVE_INFINITY });
      changed();
      return id;
    },
    list: () => standing.map(({ left: _, ...order }) => order),
    clear(id) {
      standing = id === undefined ? [] : standing.filter((f) => f.id !== id);
      changed();
    },
    meet(channel, to) {
      const hit = standing.find((f) => hits(f, channel, to));
      if (!hit) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) this.clear(hit.id);
      return hit.fault;
    },
  };
}

function hits({ match: wanted }: StandingFault, channel: 'SMS' | 'EMAIL', to: string): boolean {
  if (wanted.channel !== undefined && wanted.channel !== channel) return false;
  if (wanted.to !== undefined && addressKey(wanted.to) !== addressKey(to)) return false;
  if (wanted.domain !== undefined && wanted.domain.toLowerCase() !== domainOf(to)) return false;
  if (wanted.operator === undefined) return true;
  const phone = parsePhone(addressKey(to));
  return phone.ok && phone.value.operator === wanted.operator;
}
