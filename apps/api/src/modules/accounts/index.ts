import type { Token, TokenView } from '#modules/tokens';
import type { Caller } from '#platform/caller';
import type { Tx } from '#platform/database';
import { accountLimits } from './policy.ts';
import { type Activation, findActivation } from './store/activations.ts';
import { revokeSession, touchSession } from './store/sessions.ts';
import {
  findByIdentifier,
  findTaxpayer,
  type Identity,
  identityOf,
  type Standing,
  standingOf,
  type Taxpayer,
} from './store/taxpayers.ts';
import { beginSession } from './use-cases/begin-session.ts';
import { completeActivation } from './use-cases/complete-activation.ts';
import type { Needs } from './use-cases/needs.ts';
import { setActivationChannels } from './use-cases/set-activation-channels.ts';
import { signIn } from './use-cases/sign-in.ts';
import { startActivation } from './use-cases/start-activation.ts';

export { accountErrors } from './errors.ts';
export { makeAccountResolvers } from './resolvers.ts';
export { IDENTIFIER_PLACE } from './store/taxpayers.ts';
/** With its tokens where they have been looked at already. */
export type ActivationParent = Activation & { tokens?: TokenView[] };
export type TaxpayerParent = Taxpayer;
export type SessionParent = { taxpayerId: string; endsAt: Date };
export type { Taxpayer };
export type Accounts = ReturnType<typeof makeAccounts>;

type Input<U extends (needs: Needs, caller: Caller, input: never) => unknown> = Parameters<U>[2];

/** The door of accounts. */
export function makeAccounts(needs: Needs) {
  const { db, policies, secrets } = needs;
  return {
    startActivation: (caller: Caller, input: Input<typeof startActivation>) =>
      startActivation(needs, caller, input),
    setActivationChannels: (caller: Caller, input: Input<typeof setActivationChannels>) =>
      setActivationChannels(needs, caller, input),
    completeActivation: (caller: Caller, input: Input<typeof completeActivation>) =>
      completeActivation(needs, caller, input),
    signIn: (caller: Caller, input: Input<typeof signIn>) => signIn(needs, caller, input),
    activation: (caller: Caller, id: string): Promise<Activation | undefined> =>
      findActivation(db.read, id, caller.flowHash),
    /** The token of each address that is proposed or confirmed, newest per address. */
    activationTokens: (taxpayerId: string): Promise<TokenView[]> =>
      needs.channels.confirmations(db.read, taxpayerId),
    /** The live session behind a cookie's hash, or nothing. */
    session: async (hash: Uint8Array) =>
      touchSession(db.read, hash, (await accountLimits(policies)).sessionIdleSeconds),
    async signOut(caller: Caller): Promise<void> {
      if (caller.sessionHash) await revokeSession(db.read, caller.sessionHash);
      caller.endSession();
    },
    taxpayer: (tx: Tx, id: string): Promise<Taxpayer | undefined> => findTaxpayer(tx, id),
    /** Whose document it is: the name, and the 16 digits under which the authority knows the person. */
    identityOf: (tx: Tx, id: string): Promise<Identity> => identityOf(tx, secrets, id),
    /** A taxpayer by NPWP or NIK in canonical form (for the desk). */
    find: (
      tx: Tx,
      form: 'npwp' | 'nik',
      canonical: string,
    ): Promise<(Taxpayer & { hasAccount: boolean }) | undefined> =>
      findByIdentifier(tx, secrets.index(form, canonical)).then(
        (found) => found && { ...found, hasAccount: found.passwordHash !== null },
      ),
    /** Whether the taxpayer has an account, or can open one (for the desk). */
    standing: (tx: Tx, id: string): Promise<Standing> => standingOf(tx, id),
    /** A sign-in code was right: the session begins. */
    onSignInVerified: async (tx: Tx, token: Token, caller: Caller): Promise<void> =>
      void (await beginSession(needs, tx, caller, token.account)),
  };
}
