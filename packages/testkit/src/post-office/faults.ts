import { parsePhone } from '@sampai/identifiers';
import { z } from 'zod';
import { addressKey, domainOf } from './address.ts';
import { type Lateness, makeLateness } from './lateness.ts';
import { smtpReply } from './mail/smtp-reply.ts';
import { commandStatus } from './sms/command-status.ts';

const SECONDS = z.number().min(0).max(86_400);
const TIMES = z.int().min(1).max(1_000_000).optional();
const MANY = z.int().min(1).max(1_000_000).optional();

const operators = z.enum(['TELKOMSEL', 'INDOSAT', 'XL', 'AXIS', 'TRI', 'SMARTFREN']);
const domains = z.string().min(1).max(255);

/** Whom a fault hits: every condition given must hold; none given means everybody. Of a list, one is enough. */
const match = z.strictObject({
  channel: z.enum(['SMS', 'EMAIL']).optional(),
  /** One address: a number in any notation, or a mail address. */
  to: z.string().min(1).max(320).optional(),
  /** The part behind the `@`. */
  domain: z.union([domains, z.array(domains).min(1)]).optional(),
  operator: z.union([operators, z.array(operators).min(1)]).optional(),
});

const reply = z.string().min(1).max(500);
/** Where in the mail conversation it happens: at the recipient's address, or once the mail was handed over. */
const places = z.enum(['RCPT', 'DATA']);
const at = places.default('RCPT');
/** How long the sender waits for the refusal. */
const tarpitSeconds = SECONDS.max(600).optional();

const fault = z.discriminatedUnion('kind', [
  /** Taken at once, on the handset or in the mailbox (and receipted) only after so many seconds. */
  z.strictObject({
    kind: z.literal('delay'),
    seconds: SECONDS,
    /** The carrier never tells (SMS). */
    unreceipted: z.boolean().optional(),
    times: TIMES,
  }),
  /** Taken at once, there after a time that differs from message to message, repeatably: log-normal, within limits. */
  z.strictObject({
    kind: z.literal('late'),
    least: SECONDS,
    median: SECONDS,
    most: SECONDS,
    sigma: z.number().min(0).max(5).default(1),
    /** Share that the carrier never tells of (SMS). */
    unreceipted: z.number().min(0).max(1).default(0),
    seed: z.int().default(1),
    times: TIMES,
  }),
  /**
   * So many in any minute or second are taken; what is above is refused for now. `closes`: everything is, from the first above.
   */
  z
    .strictObject({
      kind: z.literal('limit'),
      perMinute: MANY,
      perSecond: MANY,
      closes: z.boolean().default(false),
      reply: reply.optional(),
      tarpitSeconds,
      at,
      times: TIMES,
    })
    .refine(
      ({ perMinute, perSecond }) => (perMinute === undefined) !== (perSecond === undefined),
      'takes perMinute or perSecond',
    ),
  /** A refusal for now: an SMTP reply ("421 4.7.28 ...") or an SMPP status ("ESME_RTHROTTLED", "0x58"). */
  z.strictObject({ kind: z.literal('defer'), reply: reply.optional(), tarpitSeconds, at, times: TIMES }),
  /** A refusal for good. */
  z.strictObject({ kind: z.literal('refuse'), reply: reply.optional(), tarpitSeconds, at, times: TIMES }),
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
  if (!('reply' in given) || given.reply === undefined) return;
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
/** What one message meets: limits and spreads have become the refusal or the delay that they mean for it. */
export type Met = Exclude<Fault, { kind: 'late' | 'limit' }>;
export type StandingFault = z.infer<typeof faultOrder> & {
  id: string;
  /** A limit that closes: since when it has. */
  closedSince?: string;
};

export type Faults = {
  /** Orders a fault. Returns its id. Throws a ZodError when the order makes no sense. */
  add(order: FaultOrder): string;
  list(): StandingFault[];
  /** Ends one fault, or all of them. */
  clear(id?: string): void;
  /** The newest fault that hits this message, counted against its `times`. A limit that is not reached hits nobody. */
  meet(channel: 'SMS' | 'EMAIL', to: string): Met | undefined;
};

type Standing = StandingFault & { left: number; taken: number[]; lateness: Lateness };

/** `now`: the post office's time, by which minutes are counted. */
export function makeFaults(now: () => Date = () => new Date()): Faults {
  let standing: Standing[] = [];
  let lastId = 0;
  return {
    add(order) {
      const checked = faultOrder.parse(order);
      lastId += 1;
      const id = String(lastId);
      const left = checked.fault.times ?? Number.POSITIVE_INFINITY;
      standing.unshift({ ...checked, id, left, taken: [], lateness: makeLateness() });
      return id;
    },
    list: () => standing.map(({ left: _, taken: __, lateness: ___, ...order }) => order),
    clear(id) {
      standing = id === undefined ? [] : standing.filter((f) => f.id !== id);
    },
    meet(channel, to) {
      for (const one of standing) {
        const met = hits(one, channel, to) ? meaning(one, to, now().getTime()) : undefined;
        if (!met) continue;
        one.left -= 1;
        if (one.left <= 0) this.clear(one.id);
        return met;
      }
      return undefined;
    },
  };
}

function meaning(one: Standing, to: string, now: number): Met | undefined {
  const { fault } = one;
  if (fault.kind === 'late') return { kind: 'delay', ...one.lateness.draw(fault, addressKey(to)) };
  if (fault.kind !== 'limit') return fault;
  const { perMinute, perSecond, closes, ...refusal } = fault;
  one.taken = one.taken.filter((at) => at > now - (perSecond === undefined ? 60_000 : 1_000));
  if (one.closedSince === undefined && one.taken.length < (perSecond ?? perMinute ?? 0)) {
    one.taken.push(now);
    return undefined;
  }
  if (closes) one.closedSince ??= new Date(now).toISOString();
  return { ...refusal, kind: 'defer' };
}

function hits({ match: wanted }: StandingFault, channel: 'SMS' | 'EMAIL', to: string): boolean {
  if (wanted.channel !== undefined && wanted.channel !== channel) return false;
  if (wanted.to !== undefined && addressKey(wanted.to) !== addressKey(to)) return false;
  const wantedDomains = wanted.domain === undefined ? undefined : [wanted.domain].flat();
  if (wantedDomains && !wantedDomains.some((domain) => domain.toLowerCase() === domainOf(to))) return false;
  if (wanted.operator === undefined) return true;
  const phone = parsePhone(addressKey(to));
  return phone.ok && [wanted.operator].flat().some((operator) => operator === phone.value.operator);
}
