/**
 * How such codes were sent on those days, as far as the founding documents tell. Where they are silent the choice is the
 * kinder one: nothing here is made worse than it was.
 */
export const POLICY_OF_THE_DAY = {
  /** S2: late codes were "no longer valid"; the page said ten minutes. Counted from issue, since nobody knew more. */
  expirySeconds: 600,
  /**
   * Processes that send. Assumed: Postfix begins with 5 connections to a destination and allows 20 (delivery.md 1.6);
   * ten for one queue of an application. Each is busy until the server has answered.
   */
  senders: 10,
  /** A temporary failure goes back to the end of the queue. GOV.UK Notify: 48 times 300 s; Postfix: from 300 s on. */
  retrySeconds: 300,
  retries: 48,
  /** Nobody told the carrier how long a code is worth anything; it tries for a day. */
  carrierSeconds: 86_400,
} as const;

export type PolicyOfTheDay = { [K in keyof typeof POLICY_OF_THE_DAY]: number };
