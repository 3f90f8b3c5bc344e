import type { Scenario } from './scenario.ts';

const minutes = (n: number) => n * 60;

/**
 * 30 May 2023: codes of e-Registration arrive by SMS minutes to an hour late, already dead (requirements R64 to R75).
 * "S2" is the founding document; what it does not say is an assumption and gives its reason.
 */
export const sms2023: Scenario = {
  name: 'sms-2023',
  title: 'May 2023: SMS codes arrive up to an hour late',
  story:
    'After a weekend of maintenance two carriers take every SMS at once and deliver it two minutes to an hour later; some receipts never come.',

  mailboxes: { gmail: 70, yahoo: 14, outlook: 8, own: 8 },
  // delivery.md 1.8. No Smartfren: its numbers get no SMS from the product, while that of the day knew no such state.
  carriers: { TELKOMSEL: 45, INDOSAT: 20, TRI: 8, XL: 19, AXIS: 8, SMARTFREN: 0 },
  // S2 is about e-Registration: confirming a number. Assumed: one in five signs in or files meanwhile.
  purposes: { CONFIRM_CHANNEL: 80, SUBMIT_RETURN: 10, SIGN_IN: 10 },
  // S2: "OTP or token to a phone number".
  channelOfTheDay: 'SMS',
  // S2: "use the alternative by e-mail": whoever registers has given a mailbox, since the account is opened with it.
  // Assumed: 97 of 100 of the others have a confirmed one.
  both: { CONFIRM_CHANNEL: 1, SUBMIT_RETURN: 0.97, SIGN_IN: 0.97 },
  wishOther: 0.1,
  // Assumed: what was held up from Friday 18.00 to Sunday night (S2) comes in the first ten minutes twice as fast.
  asking: {
    until: minutes(25),
    weights: [
      [0, 1.5],
      [minutes(10), 1],
    ],
  },
  trouble: {
    kind: 'accepted-and-late',
    // S2 names no carrier and the complaints were general. Assumed: the two largest; the others stay normal.
    operators: ['TELKOMSEL', 'INDOSAT'],
    // Assumed: two minutes of normal service first, then late until everybody has asked.
    from: minutes(2),
    until: minutes(60),
    // S2: "a few minutes to an hour after the request". Median and spread: assumed.
    seconds: { least: minutes(2), median: minutes(12), sigma: 0.9, most: minutes(60) },
    // Assumed: under load receipts get lost (delivery.md 1.7 and peers.md G1: some networks never send one).
    unreceipted: 0.15,
  },
  habits: {
    notice: { SMS: { median: 10, sigma: 0.5 }, EMAIL: { median: 25, sigma: 0.6 } },
    // S2: "clicked request again and again, and the credit was cut". An SMS is expected sooner than a mail: assumed.
    patience: { median: 60, sigma: 0.6, grows: 1.5 },
    presses: 12,
    givesUp: { median: minutes(35), sigma: 0.5 },
    newestFirst: 0.6,
    triesInARow: 3,
    follows: 0.85,
    followSeconds: { median: 12, sigma: 0.5 },
    triesOther: 0.3,
    typo: 0.02,
  },
  end: minutes(85),
};
