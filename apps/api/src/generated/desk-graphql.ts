import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../graphql/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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

/** Served on the desk's own origin only. No operation of it exists on the portal. */
export type Agent = {
  __typename?: 'Agent';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  team: Scalars['String']['output'];
};

export type Channel =
  | 'EMAIL'
  | 'SMS';

export type DeskChannel = {
  __typename?: 'DeskChannel';
  channel: Channel;
  confirmed: Scalars['Boolean']['output'];
  /** How that carrier or mail provider does now. */
  health: LaneHealth;
  /** Whether that carrier may carry codes yet. */
  live: Scalars['Boolean']['output'];
  maskedAddress: Scalars['String']['output'];
  /** The mobile carrier or mail provider. */
  via: Scalars['String']['output'];
  /** It is not live any more, in place of not yet. */
  withdrawn: Scalars['Boolean']['output'];
};

/** One station of a message, with the carrier's own words. */
export type DeskEvent = {
  __typename?: 'DeskEvent';
  at: Scalars['DateTime']['output'];
  kind: MessageEventKind;
  reply?: Maybe<Scalars['String']['output']>;
  route?: Maybe<Scalars['String']['output']>;
};

export type DeskMessage = {
  __typename?: 'DeskMessage';
  cause: MessageCause;
  channel: Channel;
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the carrier or mail provider does now. */
  health: LaneHealth;
  maskedAddress: Scalars['String']['output'];
  queuedAt: Scalars['DateTime']['output'];
  /** Why it is late or was refused, as the person reads it; null where it gets on. */
  reason?: Maybe<Scalars['String']['output']>;
  sentOnAt?: Maybe<Scalars['DateTime']['output']>;
  state: MessageState;
  timeline: Array<DeskEvent>;
  /** Its carrier has it, and whatever it reports does not reach us: nobody of ours listens at the moment. */
  unheard: Scalars['Boolean']['output'];
  usualSeconds?: Maybe<Scalars['Int']['output']>;
  via: Scalars['String']['output'];
  /** It has not left us and waits for our own sending, not for its carrier or mail provider. */
  waitsForUs: Scalars['Boolean']['output'];
};

export type DeskSignInInput = {
  login: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type DeskSignInResult = Agent | Refusal;

/** What an agent sees of a taxpayer: masked, and never a code. */
export type DeskTaxpayer = {
  __typename?: 'DeskTaxpayer';
  /** Since when there is an account; null before its activation. */
  activatedAt?: Maybe<Scalars['DateTime']['output']>;
  channels: Array<DeskChannel>;
  /** Until when the newest e-FIN opens an account; null where there is none, or it has been used. */
  efinValidUntil?: Maybe<Scalars['DateTime']['output']>;
  maskedIdentifier: Scalars['String']['output'];
  name: Scalars['String']['output'];
  taxOffice: Scalars['String']['output'];
  /** Newest first, the ten newest. */
  tokens: Array<DeskToken>;
};

export type DeskToken = {
  __typename?: 'DeskToken';
  attemptsLeft: Scalars['Int']['output'];
  attemptsUsed: Scalars['Int']['output'];
  cancelledBecause?: Maybe<Scalars['String']['output']>;
  /** When it was verified, locked or replaced. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  endsAt: Scalars['DateTime']['output'];
  issuedAt: Scalars['DateTime']['output'];
  /** Oldest first. */
  messages: Array<DeskMessage>;
  /** A full sentence where the channel that was wished for was in trouble, and the code went by another one. */
  moved?: Maybe<Scalars['String']['output']>;
  purpose: TokenPurpose;
  reference: Scalars['String']['output'];
  /** From when asking again has a point; null where it has one now, or waiting would not help. */
  resendAt?: Maybe<Scalars['DateTime']['output']>;
  state: TokenState;
  validUntil?: Maybe<Scalars['DateTime']['output']>;
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

export type LaneHealth =
  | 'AMBER'
  | 'CLOSED'
  | 'GREEN'
  | 'RED'
  | 'UNKNOWN';

/** One audited look at a taxpayer. Until `endsAt` the agent who opened it may read it again, without another audit entry. */
export type Look = {
  __typename?: 'Look';
  endsAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Open incidents about the lanes of this person's channels and of the messages shown. */
  incidents: Array<OpenIncident>;
  /** The time of this answer by the clock that judges deadlines. */
  readAt: Scalars['DateTime']['output'];
  taxpayer: DeskTaxpayer;
};

/** NPWP or NIK as the caller says it. */
export type LookUpInput = {
  identifier: Scalars['String']['input'];
};

export type LookUpResult = Look | Refusal;

export type MaintenanceWindow = {
  __typename?: 'MaintenanceWindow';
  from: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  running: Scalars['Boolean']['output'];
  title: Scalars['String']['output'];
  to: Scalars['DateTime']['output'];
};

export type MessageCause =
  | 'ASKED'
  | 'ASKED_AGAIN'
  | 'FAILOVER'
  /** Sent as well by the way that was wished for, to find out whether it is in order again: the same code. */
  | 'PROBE';

export type MessageEventKind =
  | 'DEFERRED'
  | 'DELIVERED'
  | 'DROPPED'
  | 'QUEUED'
  | 'REFUSED'
  | 'SENT_ON'
  | 'UNKNOWN';

export type MessageState =
  | 'DELIVERED'
  | 'DROPPED'
  | 'LATE'
  | 'QUEUED'
  | 'REFUSED'
  | 'SENT_ON';

export type Mutation = {
  __typename?: 'Mutation';
  /** A mutation, because every look is written into the audit. */
  lookUp: LookUpResult;
  signIn: DeskSignInResult;
  signOut: Scalars['Boolean']['output'];
};


export type MutationLookUpArgs = {
  input: LookUpInput;
};


export type MutationSignInArgs = {
  input: DeskSignInInput;
};

/** What an agent should know before a caller says it: what is disturbed, and when the portal only reads. */
export type Notices = {
  __typename?: 'Notices';
  incidents: Array<OpenIncident>;
  maintenance: Array<MaintenanceWindow>;
};

export type OpenIncident = {
  __typename?: 'OpenIncident';
  estimate?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The estimate has passed, and it goes on. */
  overdue: Scalars['Boolean']['output'];
  owner: Scalars['String']['output'];
  /** The newest statement: what to tell a caller. */
  said?: Maybe<Scalars['String']['output']>;
  since: Scalars['DateTime']['output'];
  title: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  agent?: Maybe<Agent>;
  /** The open look as it stands now; null where it is over or another agent's. */
  look?: Maybe<Look>;
  /** Public, as the status page is. */
  notices: Notices;
};


export type QueryLookArgs = {
  id: Scalars['ID']['input'];
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
  DeskSignInResult:
    | ( Partial<Agent> & { __typename: 'Agent' } )
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
  ;
  LookUpResult:
    | ( Partial<Look> & { __typename: 'Look' } )
    | ( Partial<Refusal> & { __typename: 'Refusal' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Partial<Refusal> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Agent: ResolverTypeWrapper<Partial<Agent>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  Channel: ResolverTypeWrapper<Partial<Channel>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  DeskChannel: ResolverTypeWrapper<Partial<DeskChannel>>;
  DeskEvent: ResolverTypeWrapper<Partial<DeskEvent>>;
  DeskMessage: ResolverTypeWrapper<Partial<DeskMessage>>;
  DeskSignInInput: ResolverTypeWrapper<Partial<DeskSignInInput>>;
  DeskSignInResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeskSignInResult']>>;
  DeskTaxpayer: ResolverTypeWrapper<Partial<DeskTaxpayer>>;
  DeskToken: ResolverTypeWrapper<Partial<DeskToken>>;
  ErrorCode: ResolverTypeWrapper<Partial<ErrorCode>>;
  Facts: ResolverTypeWrapper<Partial<Scalars['Facts']['output']>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  LaneHealth: ResolverTypeWrapper<Partial<LaneHealth>>;
  Look: ResolverTypeWrapper<Partial<Look>>;
  LookUpInput: ResolverTypeWrapper<Partial<LookUpInput>>;
  LookUpResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LookUpResult']>>;
  MaintenanceWindow: ResolverTypeWrapper<Partial<MaintenanceWindow>>;
  MessageCause: ResolverTypeWrapper<Partial<MessageCause>>;
  MessageEventKind: ResolverTypeWrapper<Partial<MessageEventKind>>;
  MessageState: ResolverTypeWrapper<Partial<MessageState>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Notices: ResolverTypeWrapper<Partial<Notices>>;
  OpenIncident: ResolverTypeWrapper<Partial<OpenIncident>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refusal: ResolverTypeWrapper<Partial<Refusal>>;
  RefusalReason: ResolverTypeWrapper<Partial<RefusalReason>>;
  Rupiah: ResolverTypeWrapper<Partial<Scalars['Rupiah']['output']>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  TokenPurpose: ResolverTypeWrapper<Partial<TokenPurpose>>;
  TokenState: ResolverTypeWrapper<Partial<TokenState>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agent: Partial<Agent>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  DeskChannel: Partial<DeskChannel>;
  DeskEvent: Partial<DeskEvent>;
  DeskMessage: Partial<DeskMessage>;
  DeskSignInInput: Partial<DeskSignInInput>;
  DeskSignInResult: Partial<ResolversUnionTypes<ResolversParentTypes>['DeskSignInResult']>;
  DeskTaxpayer: Partial<DeskTaxpayer>;
  DeskToken: Partial<DeskToken>;
  Facts: Partial<Scalars['Facts']['output']>;
  ID: Partial<Scalars['ID']['output']>;
  Int: Partial<Scalars['Int']['output']>;
  Look: Partial<Look>;
  LookUpInput: Partial<LookUpInput>;
  LookUpResult: Partial<ResolversUnionTypes<ResolversParentTypes>['LookUpResult']>;
  MaintenanceWindow: Partial<MaintenanceWindow>;
  Mutation: Record<PropertyKey, never>;
  Notices: Partial<Notices>;
  OpenIncident: Partial<OpenIncident>;
  Query: Record<PropertyKey, never>;
  Refusal: Partial<Refusal>;
  Rupiah: Partial<Scalars['Rupiah']['output']>;
  String: Partial<Scalars['String']['output']>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AgentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  team?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeskChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskChannel'] = ResolversParentTypes['DeskChannel']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['LaneHealth'], ParentType, ContextType>;
  live?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeskEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskEvent'] = ResolversParentTypes['DeskEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageEventKind'], ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  route?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeskMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskMessage'] = ResolversParentTypes['DeskMessage']> = {
  cause?: Resolver<ResolversTypes['MessageCause'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['LaneHealth'], ParentType, ContextType>;
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentOnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MessageState'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['DeskEvent']>, ParentType, ContextType>;
  unheard?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  usualSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitsForUs?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeskSignInResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskSignInResult'] = ResolversParentTypes['DeskSignInResult']> = {
  __resolveType?: TypeResolveFn<'Agent' | 'Refusal', ParentType, ContextType>;
};

export type DeskTaxpayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskTaxpayer'] = ResolversParentTypes['DeskTaxpayer']> = {
  activatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['DeskChannel']>, ParentType, ContextType>;
  efinValidUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maskedIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxOffice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokens?: Resolver<Array<ResolversTypes['DeskToken']>, ParentType, ContextType>;
};

export type DeskTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskToken'] = ResolversParentTypes['DeskToken']> = {
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attemptsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelledBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['DeskMessage']>, ParentType, ContextType>;
  moved?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['TokenPurpose'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resendAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TokenState'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export interface FactsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Facts'], any> {
  name: 'Facts';
}

export type LookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Look'] = ResolversParentTypes['Look']> = {
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['OpenIncident']>, ParentType, ContextType>;
  readAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  taxpayer?: Resolver<ResolversTypes['DeskTaxpayer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LookUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LookUpResult'] = ResolversParentTypes['LookUpResult']> = {
  __resolveType?: TypeResolveFn<'Look' | 'Refusal', ParentType, ContextType>;
};

export type MaintenanceWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaintenanceWindow'] = ResolversParentTypes['MaintenanceWindow']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  lookUp?: Resolver<ResolversTypes['LookUpResult'], ParentType, ContextType, RequireFields<MutationLookUpArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['DeskSignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NoticesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notices'] = ResolversParentTypes['Notices']> = {
  incidents?: Resolver<Array<ResolversTypes['OpenIncident']>, ParentType, ContextType>;
  maintenance?: Resolver<Array<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
};

export type OpenIncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenIncident'] = ResolversParentTypes['OpenIncident']> = {
  estimate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  said?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  look?: Resolver<Maybe<ResolversTypes['Look']>, ParentType, ContextType, RequireFields<QueryLookArgs, 'id'>>;
  notices?: Resolver<ResolversTypes['Notices'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RefusalReason']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface RupiahScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Rupiah'], any> {
  name: 'Rupiah';
}

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'Refusal', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Agent?: AgentResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeskChannel?: DeskChannelResolvers<ContextType>;
  DeskEvent?: DeskEventResolvers<ContextType>;
  DeskMessage?: DeskMessageResolvers<ContextType>;
  DeskSignInResult?: DeskSignInResultResolvers<ContextType>;
  DeskTaxpayer?: DeskTaxpayerResolvers<ContextType>;
  DeskToken?: DeskTokenResolvers<ContextType>;
  Facts?: GraphQLScalarType;
  Look?: LookResolvers<ContextType>;
  LookUpResult?: LookUpResultResolvers<ContextType>;
  MaintenanceWindow?: MaintenanceWindowResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Notices?: NoticesResolvers<ContextType>;
  OpenIncident?: OpenIncidentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  Rupiah?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
};

