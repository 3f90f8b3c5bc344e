import type { Tx } from '#platform/database';
import type { Health, HealthReason } from './rules/judge-health.ts';

export type Channel = 'SMS' | 'EMAIL';
export type Content = {
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; content: Uint8Array; contentType: string }[];
};
export type ContentRequest = {
  ref: string;
  channel: Channel;
  locale: 'id' | 'en';
  /** Host of the origin-bound line; null where the route's carrier filters web addresses. */
  originHost: string | null;
};

/** What happened to a message, told to its content's owner in the transaction that records it. */
export type Progress = {
  ref: string;
  kind: 'accepted' | 'delivered' | 'refused';
  channel: Channel;
  lane: string;
  at: Date;
  /** Whether the route that took it returns receipts: if not, acceptance is the last we hear. */
  receipts: boolean;
  /** Whole rupiah that the carrier charges us for it, told when it is accepted. */
  cost: number;
};

/** A message that made no progress while it could be waited for, or whose provider refuses us as a whole. */
export type Stuck = {
  ref: string;
  messageId: string;
  channel: Channel;
  lane: string;
  reason: 'no-progress' | 'provider-refusal' | 'refused';
  /** Of what was refused: for its address' sake, which no other route to it helps; else it was this message, or its way. */
  ofAddress: boolean;
  /** The routes that it, and what it stands in for, was given to. */
  tried: string[];
  /** Whether another route to the same address is left. */
  routeLeft: boolean;
};

/** A lane whose health was judged anew. */
export type LaneChange = {
  lane: string;
  name: string;
  /** Known by its name from the beginning, or let in by it; not a mail domain that anybody may have named. */
  listed: boolean;
  channel: Channel;
  from: Health;
  to: Health;
  reason: HealthReason;
  at: Date;
};

/** What the dispatcher needs from outside, wired in app/. */
export type DeliveryPorts = {
  /** The texts to send now, in order; 'dead' where nobody needs it any more. Asked once per attempt, never stored. */
  contentsOf(requests: ContentRequest[]): Promise<(Content | 'dead')[]>;
  /** Each piece of news belongs to the transaction that records it. */
  onProgress(tx: Tx, progress: Progress[]): Promise<void>;
  onStuck(tx: Tx, stuck: Stuck): Promise<void>;
  onLane(tx: Tx, change: LaneChange): Promise<void>;
};
