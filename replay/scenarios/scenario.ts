/** Mailbox providers; `own` is a mailbox of the person's own domain. */
export type Provider = 'gmail' | 'yahoo' | 'outlook' | 'own';
export type Operator = 'TELKOMSEL' | 'INDOSAT' | 'XL' | 'AXIS' | 'TRI' | 'SMARTFREN';
export type Channel = 'SMS' | 'EMAIL';
/** What people want: an account or a confirmed address, a return submitted, to sign in. */
export type Purpose = 'CONFIRM_CHANNEL' | 'SUBMIT_RETURN' | 'SIGN_IN';

/** A time that differs from person to person: log-normal, by its median and the spread of its logarithm. */
export type Spread = { median: number; sigma: number };

/** What a provider does to us. Rates are per minute and per thousand people, so that more people are the same day. */
export type Trouble =
  | {
      kind: 'taken-for-spam';
      provider: Provider;
      /** It closes once we send faster than this, at `closesAt` at the latest. */
      toleratedPerMinute: number;
      closesAt: number;
      opensAt: number;
      /** What it then takes; above that it answers `reply` again, to what is above. */
      afterwardsPerMinute: number;
      reply: string;
      /** How long it lets us wait for that reply. */
      tarpitSeconds: number;
    }
  | {
      kind: 'accepted-and-late';
      operators: Operator[];
      from: number;
      until: number;
      seconds: Spread & { least: number; most: number };
      /** Share of messages that arrive and are never receipted. */
      unreceipted: number;
    };

/** How people behave while they wait. */
type Habits = {
  /** From a message's arrival to its code typed. */
  notice: Record<Channel, Spread>;
  /** Until "send again" is pressed the first time; each further wait is so many times as long. */
  patience: Spread & { grows: number };
  presses: number;
  givesUp: Spread;
  /** Share who type the newest of several unread codes; the others take the oldest. */
  newestFirst: number;
  /** Codes that are typed one after the other before "send again" seems the better idea. */
  triesInARow: number;
  /** Share who do what the screen advises, and how long they need for it. */
  follows: number;
  followSeconds: Spread;
  /** Share who, pressing a second time, take another channel that the screen offers without advising it. */
  triesOther: number;
  /** Share whose first entry has a slip of the finger. */
  typo: number;
};

/** One historical incident. Times are virtual seconds from the start; shares are weights. */
export type Scenario = {
  name: string;
  title: string;
  story: string;
  mailboxes: Record<Provider, number>;
  carriers: Record<Operator, number>;
  purposes: Record<Purpose, number>;
  /** The channel everybody has, and the only one of that day. */
  channelOfTheDay: Channel;
  /** Share who also have the other one: verified, or for CONFIRM_CHANNEL given on the same form. */
  both: Record<Purpose, number>;
  /** Of those who have both, the share who wish for the other one where they are asked. */
  wishOther: number;
  /** How many ask when: from each second on, by weight, until `until`. */
  asking: { until: number; weights: [from: number, weight: number][] };
  trouble: Trouble;
  habits: Habits;
  /** The last person who asks is watched for an hour. */
  end: number;
};

/**
 * Two seeds are for tuning. The held-out one is run only to report a figure: who tunes by it has no figure left.
 */
export const SEEDS: Record<string, number> = {
  'tuning-1': 20_200_221,
  'tuning-2': 20_230_530,
  'held-out': 19_450_817,
};
