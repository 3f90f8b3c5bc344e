import type { Content, ContentRequest, Delivery, Progress, Stuck } from '#modules/delivery';
import type { Caller } from '#platform/caller';
import { appNow, type Database, type Sql, sendAlong, type Tx, together } from '#platform/database';
import type { Keys } from '#platform/keys';
import type { Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { Policies } from '#platform/policy';
import { makeTokenPolicy } from './policy.ts';
import type { TokenPorts } from './ports.ts';
import { openPrefixBook } from './prefix-book.ts';
import { mayUse } from './rules/may-use.ts';
import { cancelOne, cancelOpen, rebindFlow } from './store/end.ts';
import {
  askers,
  type Bindings,
  findNewest,
  findToken,
  type OpenOf,
  openTokens,
  tokensOf,
} from './store/find.ts';
import { type Facts, type FactsKey, lockFacts } from './store/issue.ts';
import type {
  IssueOutcome,
  IssueRequest,
  Purpose,
  RefusalReason,
  Token,
  TokenMessageView,
  TokenView,
  Viewer,
} from './types.ts';
import { issueByBestWay } from './use-cases/choose-way.ts';
import { failOver } from './use-cases/fail-over.ts';
import { hearProgress } from './use-cases/hear-progress.ts';
import { makeChallenge } from './use-cases/proof-of-work.ts';
import { renderMessages } from './use-cases/render-message.ts';
import { reportArrival } from './use-cases/report-arrival.ts';
import { type ResendOutcome, type ResendRequest, resendToken } from './use-cases/resend-token.ts';
import { type AloneOutcome, verifyAlone } from './use-cases/verify-alone.ts';
import { type VerifyOutcome, verifyToken } from './use-cases/verify-token.ts';
import { makeNewestViews, viewToken } from './use-cases/view-token.ts';

export { runSmsCommand } from './command/sms.ts';
export { tokenErrors } from './errors.ts';
export type { TokenPorts } from './ports.ts';
export { makeTokenResolvers } from './resolvers/index.ts';
export { presentWrongCode } from './resolvers/present.ts';
export { presentRefusal } from './resolvers/present-refusal.ts';
export { whyNotLive } from './rules/why-not-live.ts';
export { delaySentence, moveSentence } from './words.ts';
export type {
  IssueOutcome,
  IssueRequest,
  Purpose,
  RefusalReason,
  ResendOutcome,
  Token,
  TokenMessageView,
  TokenView,
  VerifyOutcome,
  Viewer,
};
export type Tokens = ReturnType<typeof makeTokens>;

type Given = {
  db: Database;
  delivery: Delivery;
  keys: Keys;
  log: Log;
  metrics: Metrics;
  policies: Policies;
  ports: TokenPorts;
};

/** The door of tokens. `issue`, `verifyInside` and `cancel` join the caller's transaction. */
export function makeTokens({ policies, ...given }: Given) {
  const policy = makeTokenPolicy(policies);
  const needs = { ...given, policy, prefixBook: openPrefixBook(given.delivery.smsToBlock) };
  const { db, delivery } = given;
  const letWait = together(async (tx, all: OpenOf[]) => {
    await delivery.letWait(tx, openTokens(all));
    return [];
  });
  return {
    /** Issues a token and queues its message, or answers with the open one for the same thing. */
    issue: (tx: Tx, request: IssueRequest, facts?: Facts): Promise<IssueOutcome> =>
      issueByBestWay(needs, tx, request, facts),
    /** What `issue` begins with, for a caller who has something to ask the database in the same round trip. */
    lockFacts: (tx: Tx, key: FactsKey): Promise<Facts> => lockFacts(tx, key),
    /** Checks a code inside a larger transaction: filing's submission. A wrong code counts when the caller commits. */
    verifyInside: (
      tx: Tx,
      caller: Caller,
      entered: { tokenId: string; code: string },
    ): Promise<VerifyOutcome> => verifyToken(needs, tx, entered, caller),
    /** Checks a code by itself; one whose purpose is among `except` is misplaced here, and burns no attempt. */
    verify: (
      caller: Caller,
      entered: { tokenId: string; code: string },
      except: Purpose[] = [],
    ): Promise<AloneOutcome> => verifyAlone(needs, caller, entered, except),
    /** A piece of work for the browser flow that was told CHALLENGE_NEEDED. */
    challenge: (flowHash: Uint8Array): Promise<string> => makeChallenge(needs, flowHash),
    resend: (viewer: Viewer, request: ResendRequest): Promise<ResendOutcome> =>
      db.inTransaction((tx) => resendToken(needs, tx, viewer, request)),
    reportArrival: (viewer: Viewer, tokenId: string, arrived: boolean) =>
      db.inTransaction((tx) => reportArrival(needs, tx, viewer, tokenId, arrived)),
    /** The token as its viewer sees it now; null for everybody else. */
    async view(viewer: Viewer, id: string): Promise<TokenView | null> {
      const token = await findToken(db.read, id);
      return token && mayUse(token, viewer) ? viewToken(needs, db.read, token, token.now) : null;
    },
    /** A token just issued or changed in `tx`, as its owner sees it. */
    present: async (tx: Tx, token: Token): Promise<TokenView> =>
      viewToken(needs, tx, token, await appNow(tx)),
    find: (tx: Tx, id: string): Promise<Token | undefined> => findToken(tx, id),
    /** The newest token for a thing, whatever became of it. */
    newest: (tx: Tx, subject: string, purpose: Purpose, binding: Uint8Array): Promise<Token | undefined> =>
      findNewest(tx, subject, purpose, binding),
    /** What reads an account's newest token of each binding that `bindings` selects, as its owner sees them. */
    newestBy: (purpose: Purpose, bindings: Bindings) => makeNewestViews(needs, purpose, bindings),
    /** What an agent may see: a subject's tokens, newest first, without anything that reveals a code. */
    history: async (subject: string, limit: number): Promise<TokenView[]> => {
      const now = await appNow(db.read);
      return Promise.all(
        (await tokensOf(db.read, subject, limit)).map((token) => viewToken(needs, db.read, token, now)),
      );
    },
    /** Who asked for these tokens, each once, in the language they asked in. */
    askedBy: (tx: Tx, ids: Sql) => askers(tx, ids),
    /** Cancels open tokens of a subject and purpose, except the one with binding `except`: what it validated has changed. */
    cancel: async (
      tx: Tx,
      subject: string,
      purpose: Purpose,
      cause: string,
      except: Uint8Array | null = null,
    ): Promise<number> => (await cancelOpen(tx, subject, purpose, cause, except)).length,
    /** Cancels the open token of exactly this thing. */
    cancelOne: (
      tx: Tx,
      subject: string,
      purpose: Purpose,
      binding: Uint8Array,
      cause: string,
    ): Promise<number> => cancelOne(tx, subject, purpose, binding, cause).then((rows) => rows.length),
    rebind: (tx: Tx, subject: string, flowHash: Uint8Array): Promise<number> =>
      rebindFlow(tx, subject, flowHash),
    /** The subject can go on without its open codes for this purpose: those of others go first. */
    letWait: (tx: Tx, subject: string, purpose: Purpose): void =>
      sendAlong(tx, letWait(tx, { subject, purpose })),
    price: policy.price,
    contentsOf: (requests: ContentRequest[]): Promise<(Content | 'dead')[]> =>
      renderMessages(needs, requests),
    onProgress: (tx: Tx, progress: Progress[]): Promise<void> => hearProgress(needs, tx, progress),
    onStuck: (tx: Tx, stuck: Stuck): Promise<void> => failOver(needs, tx, stuck),
  };
}
