import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TokenView, TokenMessageView } from '../modules/tokens/index.ts';
import type { ActivationParent, SessionParent, TaxpayerParent } from '../modules/accounts/index.ts';
import type { TaxReturnParent, ReceiptParent } from '../modules/filing/index.ts';
import type { Context } from '../graphql/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date; }
  /** A return's answers by field code, e.g. {"A1": "48000000", "ptkp": "K/1"}; checked by the form. */
  Facts: { input: Record<string, string>; output: Record<string, string>; }
  /** Whole rupiah: a JSON string of digits with an optional minus. */
  Rupiah: { input: bigint; output: bigint; }
};

export type Activation = {
  __typename?: 'Activation';
  /** Its account is active: what is left to confirm stands with the contact channels. */
  active: Scalars['Boolean']['output'];
  efinValidUntil: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  taxpayerName: Scalars['String']['output'];
  tokens: Array<VerificationToken>;
};

export type ActivationChannelsInput = {
  activationId: Scalars['ID']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  proofOfWork?: InputMaybe<Scalars['String']['input']>;
};

export type ActivationResult = Activation | ChallengeNeeded | Refusal;

/** A full sentence: what is wrong here, what to do, how long it takes there and what it costs. */
export type Advice = {
  __typename?: 'Advice';
  channel: Channel;
  /** An address there must be confirmed first: this code never leaves the address that it confirms. */
  confirm: Scalars['Boolean']['output'];
  /** What a message there costs, as `acceptPrice` must say; null where an address must be confirmed first, or it is not known. */
  price?: Maybe<Scalars['Rupiah']['output']>;
  reason: Scalars['String']['output'];
};

export type AffectedService =
  | 'ACTIVATION'
  | 'FILING'
  | 'SIGN_IN';

/** Arrival times of what arrived in the hour from `at` on; null where too little did. */
export type ArrivalHour = {
  __typename?: 'ArrivalHour';
  at: Scalars['DateTime']['output'];
  p50Seconds?: Maybe<Scalars['Int']['output']>;
  p95Seconds?: Maybe<Scalars['Int']['output']>;
};

export type ArrivalTime = {
  __typename?: 'ArrivalTime';
  channel: Channel;
  health: LaneHealth;
  /** Whether codes may go by it at all. */
  live: Scalars['Boolean']['output'];
  p50Seconds?: Maybe<Scalars['Int']['output']>;
  p95Seconds?: Maybe<Scalars['Int']['output']>;
  price: Scalars['Rupiah']['output'];
  /** The carrier or mail provider; all mail providers that we do not list are one line. */
  via: Scalars['String']['output'];
  /** It is not live any more, in place of not yet. */
  withdrawn: Scalars['Boolean']['output'];
};

/**
 * A piece of work for the browser, not for the person: solve `challenge` (JSON of altcha-lib 2) and send the same request again
 * with `proofOfWork`, JSON of `{challenge, solution}`. It is asked for only outside a session, and a right solution lets exactly
 * one request through.
 */
export type ChallengeNeeded = UserError & {
  __typename?: 'ChallengeNeeded';
  challenge: Scalars['String']['output'];
  code: ErrorCode;
  message: Scalars['String']['output'];
};

export type Channel =
  | 'EMAIL'
  | 'SMS';

/** A wish that was overruled, by a red or closed lane or by what stands against a code there; `reason` is a full sentence. */
export type ChannelMove = {
  __typename?: 'ChannelMove';
  from: Channel;
  reason: Scalars['String']['output'];
  to: Channel;
};

/** What asking on this channel would do, before asking. */
export type ChannelOffer = {
  __typename?: 'ChannelOffer';
  channel: Channel;
  health: LaneHealth;
  /** Whether its carrier may carry codes yet: what is not live cannot be asked for. */
  live: Scalars['Boolean']['output'];
  maskedAddress: Scalars['String']['output'];
  price: Scalars['Rupiah']['output'];
  usualSeconds?: Maybe<Scalars['Int']['output']>;
  via: Scalars['String']['output'];
  /** It is not live any more, in place of not yet. */
  withdrawn: Scalars['Boolean']['output'];
};

export type CompleteActivationInput = {
  activationId: Scalars['ID']['input'];
  liabilityAccepted: Scalars['Boolean']['input'];
  password: Scalars['String']['input'];
};

export type CompleteActivationResult = Refusal | Session;

/** An address of the signed-in taxpayer: confirmed, or waiting for its code. */
export type ContactChannel = {
  __typename?: 'ContactChannel';
  channel: Channel;
  confirmed: Scalars['Boolean']['output'];
  maskedAddress: Scalars['String']['output'];
  /** The newest code that was sent there to confirm it; null where none was. */
  token?: Maybe<VerificationToken>;
};

export type ErrorCode =
  | 'ALREADY_ACTIVATED'
  | 'ALREADY_SUBMITTED'
  | 'CHALLENGE_NEEDED'
  | 'CHANNEL_NOT_CONFIRMED'
  | 'CHANNEL_UNUSABLE'
  | 'EFIN_EXPIRED'
  | 'INVALID_INPUT'
  | 'MAINTENANCE'
  | 'NOT_FOUND'
  | 'NOT_RECOGNISED'
  | 'NOT_SIGNED_IN'
  | 'PRICE_NOT_ACCEPTED'
  | 'RATE_LIMITED'
  | 'RESEND_CAPPED'
  | 'RESEND_ON_ITS_WAY'
  | 'RESEND_TOO_SOON'
  | 'RESEND_WOULD_NOT_HELP'
  | 'RETURN_CHANGED'
  | 'RETURN_INCOMPLETE'
  | 'STALE_VERSION'
  | 'TOKEN_CANCELLED'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_LOCKED'
  | 'WEAK_PASSWORD'
  | 'WRONG_CODE';

export type Finding = {
  __typename?: 'Finding';
  /** What the sentence is about, for clients that show their own: `MISSING`, `GROSS_ABOVE_LIMIT`, ... */
  code: Scalars['String']['output'];
  field: Scalars['String']['output'];
  message: Scalars['String']['output'];
  severity: Severity;
};

/** A disturbance: open, or over within the last day. */
export type Incident = {
  __typename?: 'Incident';
  affects: Array<Scalars['String']['output']>;
  /** It was closed by hand, and delivery is not measured as in order yet. */
  closedAlthough: Scalars['Boolean']['output'];
  /** When it is expected to be over; null where nobody can say yet. */
  estimate?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The team that works on it. */
  owner?: Maybe<Scalars['String']['output']>;
  services: Array<AffectedService>;
  since: Scalars['DateTime']['output'];
  /** What was said about it, newest first. */
  statements: Array<IncidentStatement>;
  title: Scalars['String']['output'];
  /** When it was over; null while it goes on. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** How long the last ones of this carrier or mail provider took, by the median; null where too few are known. */
  usualSeconds?: Maybe<Scalars['Int']['output']>;
};

export type IncidentStatement = {
  __typename?: 'IncidentStatement';
  at: Scalars['DateTime']['output'];
  kind: StatementKind;
  text: Scalars['String']['output'];
};

export type LaneHealth =
  | 'AMBER'
  | 'CLOSED'
  | 'GREEN'
  | 'RED'
  | 'UNKNOWN';

export type LaneHistory = {
  __typename?: 'LaneHistory';
  channel: Channel;
  hours: Array<ArrivalHour>;
  via: Scalars['String']['output'];
};

export type Maintenance = {
  __typename?: 'Maintenance';
  from: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  phase: MaintenancePhase;
  reason?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  to: Scalars['DateTime']['output'];
};

export type MaintenancePhase =
  | 'ANNOUNCED'
  /** More than 48 hours ahead. */
  | 'PLANNED'
  /** Mutations answer MAINTENANCE, except that drafts are still saved and people can sign out. */
  | 'RUNNING';

export type MessageCause =
  | 'ASKED'
  | 'ASKED_AGAIN'
  | 'FAILOVER'
  /** Sent as well by the way that was wished for, to find out whether it is in order again: the same code. */
  | 'PROBE';

export type MessageState =
  | 'DELIVERED'
  | 'DROPPED'
  | 'LATE'
  | 'QUEUED'
  | 'REFUSED'
  | 'SENT_ON';

export type Mutation = {
  __typename?: 'Mutation';
  /** At least one channel confirmed; the others stay pending. */
  completeActivation: CompleteActivationResult;
  /** Prefilled; reopens the draft that exists. */
  openReturn: OpenReturnResult;
  reportArrival: ReportResult;
  /** A code to the signed-in taxpayer's own address that waits to be confirmed: the open one again, or a new one. */
  requestChannelCode: RequestChannelCodeResult;
  /** Idempotent per return and content. */
  requestToken: RequestTokenResult;
  resendToken: ResendTokenResult;
  /** The facts are the whole of the answers: what is left out is no longer answered. Cancels an open token if they changed. */
  saveReturn: SaveReturnResult;
  /** A CONFIRM_CHANNEL token for each; again: replaces an unconfirmed address. */
  setActivationChannels: ActivationResult;
  signIn: SignInResult;
  signOut: Scalars['Boolean']['output'];
  startActivation: StartActivationResult;
  /** The same return and revision again: the same Receipt. */
  submitReturn: SubmitReturnResult;
  /** Every purpose but SUBMIT_RETURN, whose code only submitReturn takes. */
  verifyToken: VerifyTokenResult;
};


export type MutationCompleteActivationArgs = {
  input: CompleteActivationInput;
};


export type MutationOpenReturnArgs = {
  input: OpenReturnInput;
};


export type MutationReportArrivalArgs = {
  arrived: Scalars['Boolean']['input'];
  tokenId: Scalars['ID']['input'];
};


export type MutationRequestChannelCodeArgs = {
  channel: Channel;
};


export type MutationRequestTokenArgs = {
  input: RequestTokenInput;
};


export type MutationResendTokenArgs = {
  input: ResendTokenInput;
};


export type MutationSaveReturnArgs = {
  input: SaveReturnInput;
};


export type MutationSetActivationChannelsArgs = {
  input: ActivationChannelsInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationStartActivationArgs = {
  input: StartActivationInput;
};


export type MutationSubmitReturnArgs = {
  input: SubmitReturnInput;
};


export type MutationVerifyTokenArgs = {
  input: VerifyTokenInput;
};

export type OpenReturnInput = {
  amends?: InputMaybe<Scalars['ID']['input']>;
  form: Scalars['String']['input'];
  taxMonth?: InputMaybe<Scalars['Int']['input']>;
  taxYear: Scalars['Int']['input'];
};

export type OpenReturnResult = Refusal | TaxReturn;

export type ProofInput =
  { token: TokenProofInput; };

export type Query = {
  __typename?: 'Query';
  activation?: Maybe<Activation>;
  /** What asking for a code on each channel would do, before asking. */
  channelOffers: Array<ChannelOffer>;
  /** Empty without a session. */
  contactChannels: Array<ContactChannel>;
  /** Public. */
  receipt?: Maybe<ReceiptCheck>;
  serviceStatus: ServiceStatus;
  session?: Maybe<Session>;
  taxReturn?: Maybe<TaxReturn>;
  taxReturns: TaxReturnConnection;
  token?: Maybe<VerificationToken>;
};


export type QueryActivationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryChannelOffersArgs = {
  returnId: Scalars['ID']['input'];
};


export type QueryReceiptArgs = {
  number: Scalars['String']['input'];
};


export type QueryTaxReturnArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTaxReturnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  taxYear?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTokenArgs = {
  id: Scalars['ID']['input'];
};

export type Receipt = {
  __typename?: 'Receipt';
  digest: Scalars['String']['output'];
  number: Scalars['String']['output'];
  pdfUrl: Scalars['String']['output'];
  submittedAt: Scalars['DateTime']['output'];
};

/** Whether a receipt is genuine; nothing about the person. */
export type ReceiptCheck = {
  __typename?: 'ReceiptCheck';
  form?: Maybe<Scalars['String']['output']>;
  genuine: Scalars['Boolean']['output'];
  number: Scalars['String']['output'];
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  taxYear?: Maybe<Scalars['Int']['output']>;
};

/** Every refusal without data of its own. */
export type Refusal = UserError & {
  __typename?: 'Refusal';
  code: ErrorCode;
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  /** Why it is CHANNEL_UNUSABLE, where that is the carrier's or mail provider's standing here. */
  reason?: Maybe<RefusalReason>;
  until?: Maybe<Scalars['DateTime']['output']>;
};

export type RefusalReason =
  /** Nobody has let it in yet. */
  | 'CARRIER_NOT_YET_LIVE'
  /** It was live, and has been taken back for now. */
  | 'CARRIER_WITHDRAWN';

export type ReportResult = Refusal | VerificationToken;

export type RequestChannelCodeResult = Refusal | VerificationToken;

export type RequestTokenInput = {
  acceptPrice?: InputMaybe<Scalars['Rupiah']['input']>;
  channel?: InputMaybe<Channel>;
  returnId: Scalars['ID']['input'];
};

export type RequestTokenResult = Refusal | VerificationToken;

export type ResendRefused = UserError & {
  __typename?: 'ResendRefused';
  advice?: Maybe<Advice>;
  code: ErrorCode;
  message: Scalars['String']['output'];
  until?: Maybe<Scalars['DateTime']['output']>;
  usualSeconds?: Maybe<Scalars['Int']['output']>;
};

export type ResendTokenInput = {
  acceptPrice?: InputMaybe<Scalars['Rupiah']['input']>;
  channel?: InputMaybe<Channel>;
  tokenId: Scalars['ID']['input'];
};

export type ResendTokenResult = Refusal | ResendRefused | VerificationToken;

export type ResendWay = {
  __typename?: 'ResendWay';
  /** When asking again there is worth it; null: now. */
  at?: Maybe<Scalars['DateTime']['output']>;
  channel: Channel;
};

export type ReturnIncomplete = UserError & {
  __typename?: 'ReturnIncomplete';
  code: ErrorCode;
  findings: Array<Finding>;
  message: Scalars['String']['output'];
};

export type ReturnOutcome =
  | 'NIL'
  | 'OVERPAID'
  | 'UNDERPAID';

export type ReturnState =
  | 'DRAFT'
  | 'SUBMITTED';

export type SaveReturnInput = {
  facts: Scalars['Facts']['input'];
  returnId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type SaveReturnResult = Refusal | StaleVersion | TaxReturn;

/** Verifying the token sets the session; then query `session`. */
export type SecondFactorNeeded = {
  __typename?: 'SecondFactorNeeded';
  token: VerificationToken;
};

export type ServiceStatus = {
  __typename?: 'ServiceStatus';
  arrival: Array<ArrivalTime>;
  incidents: Array<Incident>;
  /** The last 24 hours by hour, for every lane of which anything was measured. */
  lanes: Array<LaneHistory>;
  maintenance: Array<Maintenance>;
};

export type Session = {
  __typename?: 'Session';
  expiresAt: Scalars['DateTime']['output'];
  taxpayer: Taxpayer;
};

export type Severity =
  | 'ERROR'
  | 'WARNING';

export type SignInInput = {
  identifier: Scalars['String']['input'];
  password: Scalars['String']['input'];
  proofOfWork?: InputMaybe<Scalars['String']['input']>;
};

export type SignInResult = ChallengeNeeded | Refusal | SecondFactorNeeded | Session;

export type StaleVersion = UserError & {
  __typename?: 'StaleVersion';
  code: ErrorCode;
  current: TaxReturn;
  message: Scalars['String']['output'];
};

/** NPWP (15 or 16 digits, any punctuation) or NIK. */
export type StartActivationInput = {
  efin: Scalars['String']['input'];
  identifier: Scalars['String']['input'];
};

export type StartActivationResult = Activation | Refusal;

export type StatementKind =
  | 'APOLOGY'
  | 'AUTOMATIC'
  | 'RECOVERED'
  | 'STATEMENT';

export type SubmitReturnInput = {
  proof: ProofInput;
  returnId: Scalars['ID']['input'];
  statementAccepted: Scalars['Boolean']['input'];
  version: Scalars['Int']['input'];
};

export type SubmitReturnResult = Receipt | Refusal | ReturnIncomplete | StaleVersion | WrongCode;

export type Subscription = {
  __typename?: 'Subscription';
  tokenChanged?: Maybe<VerificationToken>;
};


export type SubscriptionTokenChangedArgs = {
  id: Scalars['ID']['input'];
};

export type TaxReturn = {
  __typename?: 'TaxReturn';
  /** 0: original. */
  amendment: Scalars['Int']['output'];
  balance?: Maybe<Scalars['Rupiah']['output']>;
  /** Last day to file in time, YYYY-MM-DD. */
  dueOn: Scalars['String']['output'];
  facts: Scalars['Facts']['output'];
  /** Computed fields by code. */
  figures: Scalars['Facts']['output'];
  /** What is missing or contradictory, by field. */
  findings: Array<Finding>;
  form: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The code that is under way for exactly these answers: open, or open again once it is asked for. */
  openToken?: Maybe<VerificationToken>;
  /** null until computable. */
  outcome?: Maybe<ReturnOutcome>;
  /** Field codes that the authority filled in and that still stand as it filled them. */
  prefilled: Array<Scalars['String']['output']>;
  receipt?: Maybe<Receipt>;
  savedAt: Scalars['DateTime']['output'];
  /** Withholding slips that the authority holds for the tax year: where prefilled answers came from. */
  slips: Array<WithholdingSlip>;
  state: ReturnState;
  taxMonth?: Maybe<Scalars['Int']['output']>;
  taxYear: Scalars['Int']['output'];
  /** Of the draft, for optimistic saving. */
  version: Scalars['Int']['output'];
};

export type TaxReturnConnection = {
  __typename?: 'TaxReturnConnection';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  nodes: Array<TaxReturn>;
};

export type Taxpayer = {
  __typename?: 'Taxpayer';
  id: Scalars['ID']['output'];
  maskedIdentifier: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type TokenMessage = {
  __typename?: 'TokenMessage';
  cause: MessageCause;
  channel: Channel;
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the carrier or mail provider does now. */
  health: LaneHealth;
  maskedAddress: Scalars['String']['output'];
  queuedAt: Scalars['DateTime']['output'];
  /** Why it is late or was refused, as far as anybody knows, and what goes on; null where it gets on. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Another message to this address would be refused as well. */
  refusedForGood: Scalars['Boolean']['output'];
  sentOnAt?: Maybe<Scalars['DateTime']['output']>;
  state: MessageState;
  /** Its carrier has it, and whatever it reports does not reach us: nobody of ours listens at the moment. */
  unheard: Scalars['Boolean']['output'];
  /** Today's median arrival on this lane, in seconds. */
  usualSeconds?: Maybe<Scalars['Int']['output']>;
  /** The carrier or mail provider, as people know it. */
  via: Scalars['String']['output'];
  /** It has not left us and waits for our own sending, not for its carrier or mail provider. */
  waitsForUs: Scalars['Boolean']['output'];
};

export type TokenProofInput = {
  code: Scalars['String']['input'];
  tokenId: Scalars['ID']['input'];
};

export type TokenPurpose =
  | 'CHANGE_CHANNEL'
  | 'CONFIRM_CHANNEL'
  | 'REGISTER'
  | 'RESET_PASSWORD'
  | 'SIGN_IN'
  | 'SUBMIT_RETURN';

export type TokenState =
  | 'CANCELLED'
  | 'EXPIRED'
  | 'LOCKED'
  | 'OPEN'
  | 'VERIFIED';

/** What a person can cause, as data. Clients branch on `code`; `message` says what to do next, in Accept-Language. */
export type UserError = {
  code: ErrorCode;
  message: Scalars['String']['output'];
};

export type VerificationToken = {
  __typename?: 'VerificationToken';
  /** Set when a channel is slow or closed and another would serve better. */
  advice?: Maybe<Advice>;
  attemptsLeft: Scalars['Int']['output'];
  /** The absolute end. */
  endsAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  messages: Array<TokenMessage>;
  /** Set where the channel that was wished for is in trouble, or no code may go there, and it went by another one. */
  moved?: Maybe<ChannelMove>;
  purpose: TokenPurpose;
  /** Two characters, in the message and on the screen: "ref A7". */
  reference: Scalars['String']['output'];
  /** When asking again on its own channel is worth it; null: now. */
  resendAt?: Maybe<Scalars['DateTime']['output']>;
  /** The same of each channel that the code may go by, as a press there is judged; without those where it would not help at any time. */
  resendWays: Array<ResendWay>;
  state: TokenState;
  /** Null until the window has begun; only ever moves forward. */
  validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Its window has passed, but not its end: asked for again, the very same code counts again. */
  windowPassed: Scalars['Boolean']['output'];
};

export type VerifyTokenInput = {
  code: Scalars['String']['input'];
  tokenId: Scalars['ID']['input'];
};

export type VerifyTokenResult = Refusal | VerificationToken | WrongCode;

export type WithholdingSlip = {
  __typename?: 'WithholdingSlip';
  number: Scalars['String']['output'];
  /** Name of the employer that withheld. */
  withholder: Scalars['String']['output'];
};

export type WrongCode = UserError & {
  __typename?: 'WrongCode';
  attemptsLeft: Scalars['Int']['output'];
  code: ErrorCode;
  message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ActivationResult:
    | ( ActivationParent & { __typename: 'Activation' } )
    | ( Partial<ChallengeNeeded> & { __typename: 'ChallengeNeeded' } )
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
  ;
  CompleteActivationResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( SessionParent & { __typename: 'Session' } )
  ;
  OpenReturnResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( TaxReturnParent & { __typename: 'TaxReturn' } )
  ;
  ReportResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( TokenView & { __typename: 'VerificationToken' } )
  ;
  RequestChannelCodeResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( TokenView & { __typename: 'VerificationToken' } )
  ;
  RequestTokenResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( TokenView & { __typename: 'VerificationToken' } )
  ;
  ResendTokenResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( Partial<ResendRefused> & { __typename: 'ResendRefused' } )
    | ( TokenView & { __typename: 'VerificationToken' } )
  ;
  SaveReturnResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( Partial<Omit<StaleVersion, 'current'> & { current: _RefType['TaxReturn'] }> & { __typename: 'StaleVersion' } )
    | ( TaxReturnParent & { __typename: 'TaxReturn' } )
  ;
  SignInResult:
    | ( Partial<ChallengeNeeded> & { __typename: 'ChallengeNeeded' } )
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( Partial<Omit<SecondFactorNeeded, 'token'> & { token: _RefType['VerificationToken'] }> & { __typename: 'SecondFactorNeeded' } )
    | ( SessionParent & { __typename: 'Session' } )
  ;
  StartActivationResult:
    | ( ActivationParent & { __typename: 'Activation' } )
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
  ;
  SubmitReturnResult:
    | ( ReceiptParent & { __typename: 'Receipt' } )
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( Partial<ReturnIncomplete> & { __typename: 'ReturnIncomplete' } )
    | ( Partial<Omit<StaleVersion, 'current'> & { current: _RefType['TaxReturn'] }> & { __typename: 'StaleVersion' } )
    | ( Partial<WrongCode> & { __typename: 'WrongCode' } )
  ;
  VerifyTokenResult:
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
    | ( TokenView & { __typename: 'VerificationToken' } )
    | ( Partial<WrongCode> & { __typename: 'WrongCode' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( Partial<ChallengeNeeded> )
    | ( Partial<Refusal> )
    | ( Partial<ResendRefused> )
    | ( Partial<ReturnIncomplete> )
    | ( Partial<Omit<StaleVersion, 'current'> & { current: _RefType['TaxReturn'] }> )
    | ( Partial<WrongCode> )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Activation: ResolverTypeWrapper<ActivationParent>;
  ActivationChannelsInput: ResolverTypeWrapper<Partial<ActivationChannelsInput>>;
  ActivationResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ActivationResult']>>;
  Advice: ResolverTypeWrapper<Partial<Advice>>;
  AffectedService: ResolverTypeWrapper<Partial<AffectedService>>;
  ArrivalHour: ResolverTypeWrapper<Partial<ArrivalHour>>;
  ArrivalTime: ResolverTypeWrapper<Partial<ArrivalTime>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  ChallengeNeeded: ResolverTypeWrapper<Partial<ChallengeNeeded>>;
  Channel: ResolverTypeWrapper<Partial<Channel>>;
  ChannelMove: ResolverTypeWrapper<Partial<ChannelMove>>;
  ChannelOffer: ResolverTypeWrapper<Partial<ChannelOffer>>;
  CompleteActivationInput: ResolverTypeWrapper<Partial<CompleteActivationInput>>;
  CompleteActivationResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompleteActivationResult']>>;
  ContactChannel: ResolverTypeWrapper<Partial<Omit<ContactChannel, 'token'> & { token?: Maybe<ResolversTypes['VerificationToken']> }>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  ErrorCode: ResolverTypeWrapper<Partial<ErrorCode>>;
  Facts: ResolverTypeWrapper<Partial<Scalars['Facts']['output']>>;
  Finding: ResolverTypeWrapper<Partial<Finding>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Incident: ResolverTypeWrapper<Partial<Incident>>;
  IncidentStatement: ResolverTypeWrapper<Partial<IncidentStatement>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  LaneHealth: ResolverTypeWrapper<Partial<LaneHealth>>;
  LaneHistory: ResolverTypeWrapper<Partial<LaneHistory>>;
  Maintenance: ResolverTypeWrapper<Partial<Maintenance>>;
  MaintenancePhase: ResolverTypeWrapper<Partial<MaintenancePhase>>;
  MessageCause: ResolverTypeWrapper<Partial<MessageCause>>;
  MessageState: ResolverTypeWrapper<Partial<MessageState>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OpenReturnInput: ResolverTypeWrapper<Partial<OpenReturnInput>>;
  OpenReturnResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenReturnResult']>>;
  ProofInput: ResolverTypeWrapper<Partial<ProofInput>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Receipt: ResolverTypeWrapper<ReceiptParent>;
  ReceiptCheck: ResolverTypeWrapper<Partial<ReceiptCheck>>;
  Refusal: ResolverTypeWrapper<Partial<Refusal>>;
  RefusalReason: ResolverTypeWrapper<Partial<RefusalReason>>;
  ReportResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportResult']>>;
  RequestChannelCodeResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestChannelCodeResult']>>;
  RequestTokenInput: ResolverTypeWrapper<Partial<RequestTokenInput>>;
  RequestTokenResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestTokenResult']>>;
  ResendRefused: ResolverTypeWrapper<Partial<ResendRefused>>;
  ResendTokenInput: ResolverTypeWrapper<Partial<ResendTokenInput>>;
  ResendTokenResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResendTokenResult']>>;
  ResendWay: ResolverTypeWrapper<Partial<ResendWay>>;
  ReturnIncomplete: ResolverTypeWrapper<Partial<ReturnIncomplete>>;
  ReturnOutcome: ResolverTypeWrapper<Partial<ReturnOutcome>>;
  ReturnState: ResolverTypeWrapper<Partial<ReturnState>>;
  Rupiah: ResolverTypeWrapper<Partial<Scalars['Rupiah']['output']>>;
  SaveReturnInput: ResolverTypeWrapper<Partial<SaveReturnInput>>;
  SaveReturnResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveReturnResult']>>;
  SecondFactorNeeded: ResolverTypeWrapper<Partial<Omit<SecondFactorNeeded, 'token'> & { token: ResolversTypes['VerificationToken'] }>>;
  ServiceStatus: ResolverTypeWrapper<Partial<ServiceStatus>>;
  Session: ResolverTypeWrapper<SessionParent>;
  Severity: ResolverTypeWrapper<Partial<Severity>>;
  SignInInput: ResolverTypeWrapper<Partial<SignInInput>>;
  SignInResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInResult']>>;
  StaleVersion: ResolverTypeWrapper<Partial<Omit<StaleVersion, 'current'> & { current: ResolversTypes['TaxReturn'] }>>;
  StartActivationInput: ResolverTypeWrapper<Partial<StartActivationInput>>;
  StartActivationResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartActivationResult']>>;
  StatementKind: ResolverTypeWrapper<Partial<StatementKind>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  SubmitReturnInput: ResolverTypeWrapper<Partial<SubmitReturnInput>>;
  SubmitReturnResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitReturnResult']>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TaxReturn: ResolverTypeWrapper<TaxReturnParent>;
  TaxReturnConnection: ResolverTypeWrapper<Partial<Omit<TaxReturnConnection, 'nodes'> & { nodes: Array<ResolversTypes['TaxReturn']> }>>;
  Taxpayer: ResolverTypeWrapper<TaxpayerParent>;
  TokenMessage: ResolverTypeWrapper<TokenMessageView>;
  TokenProofInput: ResolverTypeWrapper<Partial<TokenProofInput>>;
  TokenPurpose: ResolverTypeWrapper<Partial<TokenPurpose>>;
  TokenState: ResolverTypeWrapper<Partial<TokenState>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  VerificationToken: ResolverTypeWrapper<TokenView>;
  VerifyTokenInput: ResolverTypeWrapper<Partial<VerifyTokenInput>>;
  VerifyTokenResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['VerifyTokenResult']>>;
  WithholdingSlip: ResolverTypeWrapper<Partial<WithholdingSlip>>;
  WrongCode: ResolverTypeWrapper<Partial<WrongCode>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Activation: ActivationParent;
  ActivationChannelsInput: Partial<ActivationChannelsInput>;
  ActivationResult: Partial<ResolversUnionTypes<ResolversParentTypes>['ActivationResult']>;
  Advice: Partial<Advice>;
  ArrivalHour: Partial<ArrivalHour>;
  ArrivalTime: Partial<ArrivalTime>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  ChallengeNeeded: Partial<ChallengeNeeded>;
  ChannelMove: Partial<ChannelMove>;
  ChannelOffer: Partial<ChannelOffer>;
  CompleteActivationInput: Partial<CompleteActivationInput>;
  CompleteActivationResult: Partial<ResolversUnionTypes<ResolversParentTypes>['CompleteActivationResult']>;
  ContactChannel: Partial<Omit<ContactChannel, 'token'> & { token?: Maybe<ResolversParentTypes['VerificationToken']> }>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  Facts: Partial<Scalars['Facts']['output']>;
  Finding: Partial<Finding>;
  ID: Partial<Scalars['ID']['output']>;
  Incident: Partial<Incident>;
  IncidentStatement: Partial<IncidentStatement>;
  Int: Partial<Scalars['Int']['output']>;
  LaneHistory: Partial<LaneHistory>;
  Maintenance: Partial<Maintenance>;
  Mutation: Record<PropertyKey, never>;
  OpenReturnInput: Partial<OpenReturnInput>;
  OpenReturnResult: Partial<ResolversUnionTypes<ResolversParentTypes>['OpenReturnResult']>;
  ProofInput: Partial<ProofInput>;
  Query: Record<PropertyKey, never>;
  Receipt: ReceiptParent;
  ReceiptCheck: Partial<ReceiptCheck>;
  Refusal: Partial<Refusal>;
  ReportResult: Partial<ResolversUnionTypes<ResolversParentTypes>['ReportResult']>;
  RequestChannelCodeResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RequestChannelCodeResult']>;
  RequestTokenInput: Partial<RequestTokenInput>;
  RequestTokenResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RequestTokenResult']>;
  ResendRefused: Partial<ResendRefused>;
  ResendTokenInput: Partial<ResendTokenInput>;
  ResendTokenResult: Partial<ResolversUnionTypes<ResolversParentTypes>['ResendTokenResult']>;
  ResendWay: Partial<ResendWay>;
  ReturnIncomplete: Partial<ReturnIncomplete>;
  Rupiah: Partial<Scalars['Rupiah']['output']>;
  SaveReturnInput: Partial<SaveReturnInput>;
  SaveReturnResult: Partial<ResolversUnionTypes<ResolversParentTypes>['SaveReturnResult']>;
  SecondFactorNeeded: Partial<Omit<SecondFactorNeeded, 'token'> & { token: ResolversParentTypes['VerificationToken'] }>;
  ServiceStatus: Partial<ServiceStatus>;
  Session: SessionParent;
  SignInInput: Partial<SignInInput>;
  SignInResult: Partial<ResolversUnionTypes<ResolversParentTypes>['SignInResult']>;
  StaleVersion: Partial<Omit<StaleVersion, 'current'> & { current: ResolversParentTypes['TaxReturn'] }>;
  StartActivationInput: Partial<StartActivationInput>;
  StartActivationResult: Partial<ResolversUnionTypes<ResolversParentTypes>['StartActivationResult']>;
  String: Partial<Scalars['String']['output']>;
  SubmitReturnInput: Partial<SubmitReturnInput>;
  SubmitReturnResult: Partial<ResolversUnionTypes<ResolversParentTypes>['SubmitReturnResult']>;
  Subscription: Record<PropertyKey, never>;
  TaxReturn: TaxReturnParent;
  TaxReturnConnection: Partial<Omit<TaxReturnConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['TaxReturn']> }>;
  Taxpayer: TaxpayerParent;
  TokenMessage: TokenMessageView;
  TokenProofInput: Partial<TokenProofInput>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VerificationToken: TokenView;
  VerifyTokenInput: Partial<VerifyTokenInput>;
  VerifyTokenResult: Partial<ResolversUnionTypes<ResolversParentTypes>['VerifyTokenResult']>;
  WithholdingSlip: Partial<WithholdingSlip>;
  WrongCode: Partial<WrongCode>;
};

export type ActivationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Activation'] = ResolversParentTypes['Activation']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  efinValidUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  taxpayerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokens?: Resolver<Array<ResolversTypes['VerificationToken']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivationResult'] = ResolversParentTypes['ActivationResult']> = {
  __resolveType?: TypeResolveFn<'Activation' | 'ChallengeNeeded' | 'Refusal', ParentType, ContextType>;
};

export type AdviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Advice'] = ResolversParentTypes['Advice']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  confirm?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArrivalHourResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArrivalHour'] = ResolversParentTypes['ArrivalHour']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  p50Seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p95Seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ArrivalTimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArrivalTime'] = ResolversParentTypes['ArrivalTime']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['LaneHealth'], ParentType, ContextType>;
  live?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  p50Seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p95Seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Rupiah'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ChallengeNeededResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChallengeNeeded'] = ResolversParentTypes['ChallengeNeeded']> = {
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelMoveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelMove'] = ResolversParentTypes['ChannelMove']> = {
  from?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type ChannelOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelOffer'] = ResolversParentTypes['ChannelOffer']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['LaneHealth'], ParentType, ContextType>;
  live?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Rupiah'], ParentType, ContextType>;
  usualSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CompleteActivationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteActivationResult'] = ResolversParentTypes['CompleteActivationResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'Session', ParentType, ContextType>;
};

export type ContactChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactChannel'] = ResolversParentTypes['ContactChannel']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['VerificationToken']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface FactsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Facts'], any> {
  name: 'Facts';
}

export type FindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  affects?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  closedAlthough?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  estimate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['AffectedService']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['IncidentStatement']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usualSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type IncidentStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentStatement'] = ResolversParentTypes['IncidentStatement']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StatementKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LaneHistoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LaneHistory'] = ResolversParentTypes['LaneHistory']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['ArrivalHour']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaintenanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Maintenance'] = ResolversParentTypes['Maintenance']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['MaintenancePhase'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  completeActivation?: Resolver<ResolversTypes['CompleteActivationResult'], ParentType, ContextType, RequireFields<MutationCompleteActivationArgs, 'input'>>;
  openReturn?: Resolver<ResolversTypes['OpenReturnResult'], ParentType, ContextType, RequireFields<MutationOpenReturnArgs, 'input'>>;
  reportArrival?: Resolver<ResolversTypes['ReportResult'], ParentType, ContextType, RequireFields<MutationReportArrivalArgs, 'arrived' | 'tokenId'>>;
  requestChannelCode?: Resolver<ResolversTypes['RequestChannelCodeResult'], ParentType, ContextType, RequireFields<MutationRequestChannelCodeArgs, 'channel'>>;
  requestToken?: Resolver<ResolversTypes['RequestTokenResult'], ParentType, ContextType, RequireFields<MutationRequestTokenArgs, 'input'>>;
  resendToken?: Resolver<ResolversTypes['ResendTokenResult'], ParentType, ContextType, RequireFields<MutationResendTokenArgs, 'input'>>;
  saveReturn?: Resolver<ResolversTypes['SaveReturnResult'], ParentType, ContextType, RequireFields<MutationSaveReturnArgs, 'input'>>;
  setActivationChannels?: Resolver<ResolversTypes['ActivationResult'], ParentType, ContextType, RequireFields<MutationSetActivationChannelsArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startActivation?: Resolver<ResolversTypes['StartActivationResult'], ParentType, ContextType, RequireFields<MutationStartActivationArgs, 'input'>>;
  submitReturn?: Resolver<ResolversTypes['SubmitReturnResult'], ParentType, ContextType, RequireFields<MutationSubmitReturnArgs, 'input'>>;
  verifyToken?: Resolver<ResolversTypes['VerifyTokenResult'], ParentType, ContextType, RequireFields<MutationVerifyTokenArgs, 'input'>>;
};

export type OpenReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenReturnResult'] = ResolversParentTypes['OpenReturnResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'TaxReturn', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  activation?: Resolver<Maybe<ResolversTypes['Activation']>, ParentType, ContextType, RequireFields<QueryActivationArgs, 'id'>>;
  channelOffers?: Resolver<Array<ResolversTypes['ChannelOffer']>, ParentType, ContextType, RequireFields<QueryChannelOffersArgs, 'returnId'>>;
  contactChannels?: Resolver<Array<ResolversTypes['ContactChannel']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['ReceiptCheck']>, ParentType, ContextType, RequireFields<QueryReceiptArgs, 'number'>>;
  serviceStatus?: Resolver<ResolversTypes['ServiceStatus'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  taxReturn?: Resolver<Maybe<ResolversTypes['TaxReturn']>, ParentType, ContextType, RequireFields<QueryTaxReturnArgs, 'id'>>;
  taxReturns?: Resolver<ResolversTypes['TaxReturnConnection'], ParentType, ContextType, RequireFields<QueryTaxReturnsArgs, 'first'>>;
  token?: Resolver<Maybe<ResolversTypes['VerificationToken']>, ParentType, ContextType, RequireFields<QueryTokenArgs, 'id'>>;
};

export type ReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pdfUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReceiptCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiptCheck'] = ResolversParentTypes['ReceiptCheck']> = {
  form?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  genuine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  taxYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RefusalReason']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportResult'] = ResolversParentTypes['ReportResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'VerificationToken', ParentType, ContextType>;
};

export type RequestChannelCodeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestChannelCodeResult'] = ResolversParentTypes['RequestChannelCodeResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'VerificationToken', ParentType, ContextType>;
};

export type RequestTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestTokenResult'] = ResolversParentTypes['RequestTokenResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'VerificationToken', ParentType, ContextType>;
};

export type ResendRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendRefused'] = ResolversParentTypes['ResendRefused']> = {
  advice?: Resolver<Maybe<ResolversTypes['Advice']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usualSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResendTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendTokenResult'] = ResolversParentTypes['ResendTokenResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'ResendRefused' | 'VerificationToken', ParentType, ContextType>;
};

export type ResendWayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendWay'] = ResolversParentTypes['ResendWay']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type ReturnIncompleteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnIncomplete'] = ResolversParentTypes['ReturnIncomplete']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['Finding']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface RupiahScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Rupiah'], any> {
  name: 'Rupiah';
}

export type SaveReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveReturnResult'] = ResolversParentTypes['SaveReturnResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'StaleVersion' | 'TaxReturn', ParentType, ContextType>;
};

export type SecondFactorNeededResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecondFactorNeeded'] = ResolversParentTypes['SecondFactorNeeded']> = {
  token?: Resolver<ResolversTypes['VerificationToken'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceStatus'] = ResolversParentTypes['ServiceStatus']> = {
  arrival?: Resolver<Array<ResolversTypes['ArrivalTime']>, ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  lanes?: Resolver<Array<ResolversTypes['LaneHistory']>, ParentType, ContextType>;
  maintenance?: Resolver<Array<ResolversTypes['Maintenance']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  taxpayer?: Resolver<ResolversTypes['Taxpayer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignInResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInResult'] = ResolversParentTypes['SignInResult']> = {
  __resolveType?: TypeResolveFn<'ChallengeNeeded' | 'Refusal' | 'SecondFactorNeeded' | 'Session', ParentType, ContextType>;
};

export type StaleVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaleVersion'] = ResolversParentTypes['StaleVersion']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['TaxReturn'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StartActivationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartActivationResult'] = ResolversParentTypes['StartActivationResult']> = {
  __resolveType?: TypeResolveFn<'Activation' | 'Refusal', ParentType, ContextType>;
};

export type SubmitReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitReturnResult'] = ResolversParentTypes['SubmitReturnResult']> = {
  __resolveType?: TypeResolveFn<'Receipt' | 'Refusal' | 'ReturnIncomplete' | 'StaleVersion' | 'WrongCode', ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  tokenChanged?: SubscriptionResolver<Maybe<ResolversTypes['VerificationToken']>, "tokenChanged", ParentType, ContextType, RequireFields<SubscriptionTokenChangedArgs, 'id'>>;
};

export type TaxReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxReturn'] = ResolversParentTypes['TaxReturn']> = {
  amendment?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  balance?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<ResolversTypes['Facts'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['Facts'], ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['Finding']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openToken?: Resolver<Maybe<ResolversTypes['VerificationToken']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ReturnOutcome']>, ParentType, ContextType>;
  prefilled?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  slips?: Resolver<Array<ResolversTypes['WithholdingSlip']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReturnState'], ParentType, ContextType>;
  taxMonth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  taxYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaxReturnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxReturnConnection'] = ResolversParentTypes['TaxReturnConnection']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TaxReturn']>, ParentType, ContextType>;
};

export type TaxpayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Taxpayer'] = ResolversParentTypes['Taxpayer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maskedIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TokenMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenMessage'] = ResolversParentTypes['TokenMessage']> = {
  cause?: Resolver<ResolversTypes['MessageCause'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['LaneHealth'], ParentType, ContextType>;
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusedForGood?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sentOnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MessageState'], ParentType, ContextType>;
  unheard?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  usualSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitsForUs?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'ChallengeNeeded' | 'Refusal' | 'ResendRefused' | 'ReturnIncomplete' | 'StaleVersion' | 'WrongCode', ParentType, ContextType>;
};

export type VerificationTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerificationToken'] = ResolversParentTypes['VerificationToken']> = {
  advice?: Resolver<Maybe<ResolversTypes['Advice']>, ParentType, ContextType>;
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['TokenMessage']>, ParentType, ContextType>;
  moved?: Resolver<Maybe<ResolversTypes['ChannelMove']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['TokenPurpose'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resendAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resendWays?: Resolver<Array<ResolversTypes['ResendWay']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TokenState'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  windowPassed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VerifyTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyTokenResult'] = ResolversParentTypes['VerifyTokenResult']> = {
  __resolveType?: TypeResolveFn<'Refusal' | 'VerificationToken' | 'WrongCode', ParentType, ContextType>;
};

export type WithholdingSlipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithholdingSlip'] = ResolversParentTypes['WithholdingSlip']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withholder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WrongCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongCode'] = ResolversParentTypes['WrongCode']> = {
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Activation?: ActivationResolvers<ContextType>;
  ActivationResult?: ActivationResultResolvers<ContextType>;
  Advice?: AdviceResolvers<ContextType>;
  ArrivalHour?: ArrivalHourResolvers<ContextType>;
  ArrivalTime?: ArrivalTimeResolvers<ContextType>;
  ChallengeNeeded?: ChallengeNeededResolvers<ContextType>;
  ChannelMove?: ChannelMoveResolvers<ContextType>;
  ChannelOffer?: ChannelOfferResolvers<ContextType>;
  CompleteActivationResult?: CompleteActivationResultResolvers<ContextType>;
  ContactChannel?: ContactChannelResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Facts?: GraphQLScalarType;
  Finding?: FindingResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  IncidentStatement?: IncidentStatementResolvers<ContextType>;
  LaneHistory?: LaneHistoryResolvers<ContextType>;
  Maintenance?: MaintenanceResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpenReturnResult?: OpenReturnResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  ReceiptCheck?: ReceiptCheckResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  ReportResult?: ReportResultResolvers<ContextType>;
  RequestChannelCodeResult?: RequestChannelCodeResultResolvers<ContextType>;
  RequestTokenResult?: RequestTokenResultResolvers<ContextType>;
  ResendRefused?: ResendRefusedResolvers<ContextType>;
  ResendTokenResult?: ResendTokenResultResolvers<ContextType>;
  ResendWay?: ResendWayResolvers<ContextType>;
  ReturnIncomplete?: ReturnIncompleteResolvers<ContextType>;
  Rupiah?: GraphQLScalarType;
  SaveReturnResult?: SaveReturnResultResolvers<ContextType>;
  SecondFactorNeeded?: SecondFactorNeededResolvers<ContextType>;
  ServiceStatus?: ServiceStatusResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SignInResult?: SignInResultResolvers<ContextType>;
  StaleVersion?: StaleVersionResolvers<ContextType>;
  StartActivationResult?: StartActivationResultResolvers<ContextType>;
  SubmitReturnResult?: SubmitReturnResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TaxReturn?: TaxReturnResolvers<ContextType>;
  TaxReturnConnection?: TaxReturnConnectionResolvers<ContextType>;
  Taxpayer?: TaxpayerResolvers<ContextType>;
  TokenMessage?: TokenMessageResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VerificationToken?: VerificationTokenResolvers<ContextType>;
  VerifyTokenResult?: VerifyTokenResultResolvers<ContextType>;
  WithholdingSlip?: WithholdingSlipResolvers<ContextType>;
  WrongCode?: WrongCodeResolvers<ContextType>;
};

