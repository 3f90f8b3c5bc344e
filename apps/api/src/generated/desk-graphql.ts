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
  live: Scalars['Boolean']['output'];
  maskedAddress: Scalars['String']['output'];
  via: Scalars['String']['output'];
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
  maskedAddress: Scalars['String']['output'];
  queuedAt: Scalars['DateTime']['output'];
  state: MessageState;
  timeline: Array<DeskEvent>;
  usualSeconds?: Maybe<Scalars['Int']['output']>;
  via: Scalars['String']['output'];
};

export type DeskSignInInput = {
  login: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type DeskSignInResult = Agent | Refusal;

/** What an agent sees of a taxpayer: masked, and never a code. */
export type DeskTaxpayer = {
  __typename?: 'DeskTaxpayer';
  activated: Scalars['Boolean']['output'];
  channels: Array<DeskChannel>;
  id: Scalars['ID']['output'];
  maskedIdentifier: Scalars['String']['output'];
  name: Scalars['String']['output'];
  taxOffice: Scalars['String']['output'];
  tokens: Array<DeskToken>;
};

export type DeskToken = {
  __typename?: 'DeskToken';
  attemptsLeft: Scalars['Int']['output'];
  cancelledBecause?: Maybe<Scalars['String']['output']>;
  endsAt: Scalars['DateTime']['output'];
  issuedAt: Scalars['DateTime']['output'];
  messages: Array<DeskMessage>;
  purpose: TokenPurpose;
  reference: Scalars['String']['output'];
  state: TokenState;
  validUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type ErrorCode =
  | 'ALREADY_ACTIVATED'
  | 'ALREADY_SUBMITTED'
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

/** NPWP or NIK as the caller says it. */
export type LookUpInput = {
  identifier: Scalars['String']['input'];
};

export type LookUpResult = DeskTaxpayer | Refusal;

export type MessageCause =
  | 'ASKED'
  | 'ASKED_AGAIN'
  | 'FAILOVER';

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

export type Query = {
  __typename?: 'Query';
  agent?: Maybe<Agent>;
};

/** Every refusal without data of its own. */
export type Refusal = UserError & {
  __typename?: 'Refusal';
  code: ErrorCode;
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  until?: Maybe<Scalars['DateTime']['output']>;
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
    | ( Partial<DeskTaxpayer> & { __typename: 'DeskTaxpayer' } )
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
  LookUpInput: ResolverTypeWrapper<Partial<LookUpInput>>;
  LookUpResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LookUpResult']>>;
  MessageCause: ResolverTypeWrapper<Partial<MessageCause>>;
  MessageEventKind: ResolverTypeWrapper<Partial<MessageEventKind>>;
  MessageState: ResolverTypeWrapper<Partial<MessageState>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refusal: ResolverTypeWrapper<Partial<Refusal>>;
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
  LookUpInput: Partial<LookUpInput>;
  LookUpResult: Partial<ResolversUnionTypes<ResolversParentTypes>['LookUpResult']>;
  Mutation: Record<PropertyKey, never>;
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
  live?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  maskedAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MessageState'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['DeskEvent']>, ParentType, ContextType>;
  usualSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeskSignInResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskSignInResult'] = ResolversParentTypes['DeskSignInResult']> = {
  __resolveType?: TypeResolveFn<'Agent' | 'Refusal', ParentType, ContextType>;
};

export type DeskTaxpayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskTaxpayer'] = ResolversParentTypes['DeskTaxpayer']> = {
  activated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['DeskChannel']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maskedIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxOffice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokens?: Resolver<Array<ResolversTypes['DeskToken']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeskTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskToken'] = ResolversParentTypes['DeskToken']> = {
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelledBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['DeskMessage']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['TokenPurpose'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TokenState'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export interface FactsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Facts'], any> {
  name: 'Facts';
}

export type LookUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LookUpResult'] = ResolversParentTypes['LookUpResult']> = {
  __resolveType?: TypeResolveFn<'DeskTaxpayer' | 'Refusal', ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  lookUp?: Resolver<ResolversTypes['LookUpResult'], ParentType, ContextType, RequireFields<MutationLookUpArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['DeskSignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  LookUpResult?: LookUpResultResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  Rupiah?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
};

