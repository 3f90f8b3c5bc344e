import type { Database, Tx } from '#platform/database';
import type { Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { Channel, Locale, Traffic } from './types.ts';

/** How a lane stands today, with what an SMS for a submission would cost there. */
export type LaneArrival = {
  lane: string;
  channel: Channel;
  /** The carrier or mail provider, as people know it; null: all mail providers that we do not list, together. */
  via: string | null;
  live: boolean;
  /** Not live any more, in place of not yet. */
  withdrawn: boolean;
  p50: number | null;
  p95: number | null;
  price: bigint;
};

/** One hour of a lane: how long messages took that were known to have arrived in it, in seconds. */
export type ArrivalPoint = {
  lane: string;
  channel: Channel;
  /** As above. */
  via: string | null;
  /** The beginning of the hour. */
  at: Date;
  p50: number | null;
  p95: number | null;
  samples: number;
};

/** Somebody whom an incident hit, as tokens know a subject, and the language they used. */
export type Hit = { subject: string; locale: Locale };

/** For how many seconds nobody of ours has sent, or somebody has; null where not. Whether what is known of lanes is new enough. */
export type OurSending = { standsStillFor: number | null; sendingFor: number | null; isJudged: boolean };

/** What status needs from modules to its right, wired in app/. */
export type StatusPorts = {
  /** Every lane that is known, by the name that people know. */
  lanes(): Promise<{ id: string; channel: Channel; name: string; listed: boolean }[]>;
  arrivals(): Promise<LaneArrival[]>;
  /** The last 24 hours of every lane, oldest first. */
  arrivalHistory(): Promise<ArrivalPoint[]>;
  /** What was seen in lanes; of those that are not well (`since` null) nothing has arrived. */
  trafficOf(tx: Tx, lanes: { lane: string; since: Date | null }[]): Promise<Traffic[]>;
  /** How our own sending does now. */
  ourSending(): Promise<OurSending>;
  /** Whether the codes of at least so many people have been in trouble in these lanes within ten minutes. */
  isHitting(tx: Tx, lanes: string[], people: number): Promise<boolean>;
  /** Whose codes were deferred, late, refused or dropped in these lanes (null: in any) between two moments. */
  hitBy(tx: Tx, span: { lanes: string[] | null; from: Date; to: Date }): Promise<Hit[]>;
  /** Queues a notice to a confirmed channel that costs nothing. False where there is none. */
  notify(tx: Tx, notice: Hit & { contentRef: string; expiresAt: Date }): Promise<boolean>;
};

export type Needs = {
  db: Database;
  log: Log;
  metrics: Pick<Metrics, 'incidentsOpened'>;
  ports: StatusPorts;
};
