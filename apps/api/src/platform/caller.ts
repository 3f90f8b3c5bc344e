/** Who is asking, as the transport knows them. Cookies are set through it, never read or written elsewhere. */
export type Caller = {
  locale: 'id' | 'en';
  /** The network's address prefix (IPv4 /24, IPv6 /48) for budgets, and the full source for failure counts: hashed. */
  network: string;
  source: string;
  taxpayerId: string | null;
  sessionHash: Uint8Array | null;
  flowHash: Uint8Array | null;
  browserHash: Uint8Array | null;
  /** The hash of this browser's flow cookie; makes the cookie (256 random bits) where there is none. */
  ensureFlow(): Uint8Array;
  giveSession(secret: string, endsAt: Date): void;
  endSession(): void;
  rememberBrowser(secret: string): void;
};

/** What a work claims together with a lock that keeps works for one account apart. */
export const accountClaim = (account: string): string => `account:${account}`;

/** The subject of a taxpayer's tokens. */
export const subjectOf = (taxpayerId: string): string => `taxpayer:${taxpayerId}`;
