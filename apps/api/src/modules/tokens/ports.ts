import type { Channel, Destination } from '#modules/delivery';
import type { Caller } from '#platform/caller';
import type { Tx } from '#platform/database';
import type { Token } from './types.ts';

/** What tokens needs from modules to its right, wired in app/. */
export type TokenPorts = {
  /** The subject's confirmed addresses: where a code that does not confirm a channel may go. */
  addressesOf(tx: Tx, subject: string): Promise<Partial<Record<Channel, Destination>>>;
  /** Called once per token, in the transaction that turns it VERIFIED. */
  onVerified(tx: Tx, token: Token, caller: Caller): Promise<void>;
};
