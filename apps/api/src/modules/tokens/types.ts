import type { Channel, Destination, MessageView } from '#modules/delivery';
import type { WayOut } from './rules/judge-way-out.ts';

export type Purpose =
  | 'CONFIRM_CHANNEL'
  | 'SUBMIT_RETURN'
  | 'SIGN_IN'
  | 'RESET_PASSWORD'
  | 'CHANGE_CHANNEL'
  | 'REGISTER';
export type TokenState = 'OPEN' | 'VERIFIED' | 'LOCKED' | 'EXPIRED' | 'CANCELLED';

export type Token = {
  id: string;
  keyId: string;
  purpose: Purpose;
  subject: string;
  account: string;
  network: string;
  binding: Uint8Array;
  flowHash: Uint8Array | null;
  /** As stored. OPEN may be past its end: rules/state-of.ts says what it is now. */
  state: TokenState;
  reference: string;
  channel: Channel;
  locale: 'id' | 'en';
  attemptsUsed: number;
  attemptsMax: number;
  sends: number;
  lastSentAt: Date;
  issuedAt: Date;
  /** How long it counts from its arrival on; null where only its end counts. */
  windowSeconds: number | null;
  validUntil: Date | null;
  endsAt: Date;
  /** When it was verified, locked or cancelled, or was found past its end; null before. */
  endedAt: Date | null;
  endCause: string | null;
  /** The channel that was wished for, where the code went by another one; and the lane of the wish. */
  overruled: Channel | null;
  overruledLane: string | null;
  /** Why it was overruled: the lane is red or closed, or what stands against a code there. */
  overruledBy: Overruling | null;
};
export type Overruling = 'refusing' | RefusalReason;

export type TokenView = Token & {
  attemptsLeft: number;
  /** EXPIRED by its window alone: asked for again, the same code counts again. */
  windowPassed: boolean;
  resendAt: Date | null;
  /** From when on asking again by each channel is worth it, null: now; without those by which it would not help at any time. */
  resendWays: { channel: Channel; at: Date | null }[];
  messages: TokenMessageView[];
  /** A channel that would serve better, with what is wrong here and what it would take there. */
  advice: Advice | null;
  /** The lane of the overruled wish, as people know it. */
  wishedVia: string | null;
};
export type TokenMessageView = MessageView & {
  /** One more to its address would be refused as well. */
  refusedForGood: boolean;
  /** What is left where it was refused; null where it was not, or nobody needs the code any more. */
  wayOut: WayOut | null;
};
export type Advice = {
  channel: Channel;
  /** The lane that is in trouble, as people know it, and how. */
  via: string;
  trouble: Trouble;
  /** Another address of its own must be confirmed there: this code never leaves the address it confirms. */
  confirm: boolean;
  price: bigint;
  usualSeconds: number | null;
};
export type Trouble = 'refusing' | 'slow' | 'refused' | 'ours';

/** Who may read and use a token: the browser flow that asked, or a session of the same subject. */
export type Viewer = { subject: string | null; flowHash: Uint8Array | null };

export type IssueRequest = {
  purpose: Purpose;
  subject: string;
  /** What the caps count by: the account, also before it is activated. */
  account: string;
  /** SHA-256 of what the code validates. */
  binding: Uint8Array;
  destination: Destination;
  flowHash: Uint8Array | null;
  network: string;
  locale: 'id' | 'en';
  /** Rupiah the person agreed to pay for this SMS; must equal the price where there is one. */
  acceptPrice: bigint | null;
  /** Set where it is asked for without a session: a solved challenge, if the browser brings one. */
  outsideSession?: { proofOfWork: string | null } | null;
  /** The address that the person chose, where a code there was refused and this one stands in for it. */
  instead?: { of: Destination; why: RefusalReason } | null;
};

export type RefusalCode =
  | 'CHANNEL_UNUSABLE'
  | 'PRICE_NOT_ACCEPTED'
  | 'RATE_LIMITED'
  | 'TOKEN_LOCKED'
  | 'CHALLENGE_NEEDED';
/** What its code alone does not say: too many SMS to this number, or to such; whether a carrier never was live, or was taken back (R37). */
export type RefusalReason = 'full number' | 'crowded numbers' | 'not yet live' | 'withdrawn';
export type IssueOutcome =
  | { ok: true; token: Token }
  | { ok: false; code: RefusalCode; until: Date | null; why?: RefusalReason };
