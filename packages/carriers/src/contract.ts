import type { z } from 'zod';

export type Channel = 'SMS' | 'EMAIL';

/** A message to hand over once. Times are by the caller's clock, which the carrier never reads on its own. */
export type Outbound = {
  /** Ours; becomes the Message-ID of a mail. Letters, digits, `-`, `_`, `.`. */
  id: string;
  /** E.164 (`+62...`) or a mail address. */
  to: string;
  /** Mail only. */
  subject?: string;
  text: string;
  html?: string;
  attachments?: { filename: string; content: Uint8Array; contentType: string }[];
  /** The moment after which the message is of no use: SMPP `validity_period`, mail `Expires`. */
  expiresAt: Date;
  now: Date;
  /**
   * Where the message belongs, as routes name lanes: on a route of several lanes, one that is slow takes no more than half of its
   * connections (SMPP: of its window). Without it, the message shares with nobody.
   */
  lane?: string;
  /** Asked at the last moment: where it says no, the message does not go out, and is deferred for a reason of its own. */
  mayGo?: () => boolean;
};

/**
 * How far a refusal reaches. `message`: this text; `recipient`: this address; `lane`: everybody behind the same
 * provider or operator; `route`: everything on this route (its line, its bind, its account).
 */
export type Scope = 'message' | 'recipient' | 'lane' | 'route';

/**
 * What a refusal asks of the sender's pace. `slow-down`: a lower rate would do. `stop`: the provider refuses us for
 * volume or reputation for now; another way to the same provider is no way round, except as `limit` says. Of a recipient only
 * `slow-down` is said: a queue is full, and it cannot be told whether it is this person's or everybody's. Said of one, it is
 * no reason to be slower with the others.
 */
export type Signal = 'slow-down' | 'stop';

/** By what a provider knows us that it stops: another relay is a way round an IP or a netblock, and none where it is the domain. */
export type Limit = 'ip' | 'netblock' | 'dkim' | 'spf' | 'url';

export type Refusal = {
  kind: 'deferred' | 'refused';
  scope: Scope;
  reply: string;
  signal?: Signal;
  /** Said with `stop`, where the provider says it. */
  limit?: Limit;
};

/** A lane whose messages are answered so slowly that its part of the route was not free in time. */
export const PART_FULL = { kind: 'deferred', scope: 'lane', reply: 'LANE_FULL' } as const;

/** What `mayGo` did not let go. */
export const TAKEN_BACK = { kind: 'deferred', scope: 'message', reply: 'TAKEN_BACK' } as const;

/** `reply` is the carrier's code and text, cut to 300 characters, with addresses and long numbers blotted out. */
export type SendOutcome =
  | { kind: 'accepted'; providerId: string | null; reply: string }
  | Refusal
  /** The carrier may or may not have it: the line broke, or fell silent, after the message was on its way. */
  | { kind: 'unknown'; reason: string };

export type ReceiptState = 'delivered' | 'undeliverable' | 'expired' | 'rejected' | 'enroute' | 'unknown';

/** What became of a message that was accepted. May come before the acceptance, twice, late, or never. */
export type DeliveryReceipt = {
  /** The id as the carrier writes it, and, where it cannot be told, its hexadecimal or decimal twins. */
  providerIds: string[];
  state: ReceiptState;
  /** The network's own error number, as given. */
  networkError?: string;
  /** The carrier's own date, 10 or 12 digits, in a zone of its own choosing: for the record, not for reckoning. */
  doneAt?: string;
};

/** May be given a promise: the carrier is told only when it is kept, and sends the receipt again if it breaks. */
export type ReceiptListener = (receipt: DeliveryReceipt) => void | Promise<void>;

/** What a carrier counts of us: connections, shared by all who use the route. */
export type Connections = {
  readonly most: number;
  /** Who has fewer cannot keep one lane's messages from delaying another's. */
  readonly least: number;
  /** From now on at most so many; at first all. What is too many is closed as soon as nothing is under way over it. */
  allow(count: number): void;
  allowed(): number;
  /** How many stand, or come up. */
  used(): number;
};

/** Why a route cannot be opened as it is configured, in one sentence. */
export class RouteError extends Error {}

/** One way to one or more lanes. Stands whether or not the carrier can be reached at the moment. */
export type Carrier = {
  readonly route: string;
  readonly channel: Channel;
  /** Where they are limited. */
  readonly connections?: Connections;
  /** Settles within `connectSeconds` + `responseSeconds` of the route, whatever the carrier does. Never rejects. */
  send(message: Outbound): Promise<SendOutcome>;
  /** Whether receipts reach it, where they come over a line of their own; `deaf`: why they do not, although it sends. */
  hears?(): boolean;
  deaf?(): string | undefined;
  /** A receipt that comes before anybody listens waits, unanswered. */
  onReceipt(listener: ReceiptListener): void;
  /** Lets what is under way finish, then says goodbye. */
  close(): Promise<void>;
};

/** In whose name messages go. */
export type Sender = {
  /** As people know us. On SMS the sender name, unless the route has its own: at most 11 characters. */
  name: string;
  /** From. */
  address: string;
  /** Host of the origin-bound line of an SMS (`@host #code`): where the code is to be typed. */
  host: string;
  /** Domain of the return path: bounces come back to `bounce+<id>@` there. The From address where none is given. */
  bounceDomain?: string | undefined;
};

/** What the folder of a carrier exports as `carrier`. */
export type CarrierKind<Config extends z.ZodType> = {
  channel: Channel;
  config: Config;
  open(route: z.infer<Config>, sender: Sender): Promise<Carrier>;
};
