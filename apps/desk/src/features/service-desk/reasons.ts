/** What a carrier's reply means, as far as an agent can use it. */
export type Reason =
  | 'noRoute'
  | 'connection'
  | 'tooFast'
  | 'queueFull'
  | 'mailboxFull'
  | 'unknownAddress'
  | 'distrust'
  | 'unreachable'
  | 'undeliverable';

/**
 * The first that fits wins: Yahoo says 4.7.0 for "too fast" as well as for distrust, and its own [TSS..] mark tells
 * them apart. Enhanced codes: RFC 3463. Gmail 421-4.7.28 is its limit of rate. Names with ESME: SMPP 3.4, 5.1.3.
 */
const READINGS: readonly [RegExp, Reason][] = [
  [/^no route$/i, 'noRoute'],
  [/4\.7\.28|\[?TSS0\d|too quickly|rate.?limit|RTHROTTLED|\b0x58\b/i, 'tooFast'],
  [/RMSGQFUL|\b0x14\b|WINDOW_FULL/i, 'queueFull'],
  [/\b[45]\.2\.2\b|over.?quota|mailbox (is )?full/i, 'mailboxFull'],
  [/\b5\.1\.(1|2|3|10)\b|RINVDST/i, 'unknownAddress'],
  [/\b[45]\.7\.\d+\b|spam|\[BL\d+]|\[PH01]/i, 'distrust'],
  [
    /NOT_CONNECTED|RBINDFAIL|RINVBNDSTS|RALYBND|RINVPASWD|RINVSYSID|RSYSERR|ECONN|EPIPE|ENOTFOUND|EDNS|ESOCKET|TIMED?.?OUT|\b4\.4\.\d+\b/i,
    'connection',
  ],
  [/^expired$/i, 'unreachable'],
  [/^(undeliverable|rejected)$|RDELIVERYFAILURE|RX_[PRT]_APPN/i, 'undeliverable'],
];

/** The reason behind a reply, or null where the carrier's own words are all we have. */
export function reasonOf(reply: string | null): Reason | null {
  if (reply === null) return null;
  return READINGS.find(([pattern]) => pattern.test(reply))?.[1] ?? null;
}
