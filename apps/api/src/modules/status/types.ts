export type Channel = 'SMS' | 'EMAIL';
export type Health = 'UNKNOWN' | 'GREEN' | 'AMBER' | 'RED' | 'CLOSED';
export type Locale = 'id' | 'en';
export type Service = 'ACTIVATION' | 'FILING' | 'SIGN_IN';
export type StatementKind = 'AUTOMATIC' | 'STATEMENT' | 'APOLOGY' | 'RECOVERED';

/** What delivery tells in the transaction that records a lane's new health. */
export type LaneChange = {
  /** Delivery's id of the lane, and the provider as people know it: "mail:gmail", "Gmail". */
  lane: string;
  name: string;
  /** Not a mail domain that anybody may have named. */
  listed: boolean;
  channel: Channel;
  from: Health;
  to: Health;
  /** A short machine word: 'provider-refusal', 'slow', 'no-acceptance', 'recovered', ... */
  reason: string;
  /** By app_now(). */
  at: Date;
};

export type LaneSeen = {
  lane: string;
  name: string;
  channel: Channel;
  health: Health;
  since: Date;
  /** Since when it has been green or amber without a break; null while it is not. */
  wellSince: Date | null;
  reason: string;
  listed: boolean;
};

/** What was seen of a lane besides: messages on time since it has been well, and when one was last tried within the day. */
export type Traffic = { lane: string; arrived: number; triedAt: Date | null };

/** What stands for the provider where our own sending stands still: it touches every lane. */
export const OURS = 'OURS';

export type Incident = {
  id: string;
  since: Date;
  until: Date | null;
  /** Channel and provider of one that opened by itself, or OURS; null: opened by hand. */
  provider: string | null;
  lanes: string[];
  affects: string[];
  /** Since when nothing was tried in its lanes, as it was last said publicly. */
  quietSince: Date | null;
  /** Everybody may read of it; else agents do, with whom it hits. */
  public: boolean;
};
