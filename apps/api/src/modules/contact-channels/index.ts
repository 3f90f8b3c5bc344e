import type { Channel, Delivery, Destination } from '#modules/delivery';
import type { Token, Tokens, TokenView } from '#modules/tokens';
import type { Database, Tx } from '#platform/database';
import { confirmedOf, confirmProposed, openBindings, openOf, waitingOf } from './store.ts';
import { type AskedAgain, askAgain } from './use-cases/ask-again.ts';
import { type ProposeOutcome, type ProposeRequest, proposeChannel } from './use-cases/propose-channel.ts';

export { makeContactChannelResolvers } from './resolvers.ts';
export type { ProposeOutcome };
export type ChannelView = {
  id: string;
  channel: Channel;
  maskedAddress: string;
  lane: string;
  confirmed: boolean;
  binding: Uint8Array;
};
export type ContactChannels = ReturnType<typeof makeContactChannels>;

/** The door of contact channels. */
export function makeContactChannels(needs: { db: Database; delivery: Delivery; tokens: Tokens }) {
  const confirmations = needs.tokens.newestBy('CONFIRM_CHANNEL', openBindings);
  return {
    /** Proposes an address: replaces an unconfirmed one, and issues a CONFIRM_CHANNEL token to it. */
    propose: (tx: Tx, request: ProposeRequest): Promise<ProposeOutcome> => proposeChannel(needs, tx, request),
    /** A code that was sent to a proposed address was entered: it is confirmed, and one is enough to go on with. */
    async confirm(tx: Tx, token: Token): Promise<void> {
      confirmProposed(tx, token.account, token.binding);
      needs.tokens.letWait(tx, token.subject, token.purpose);
    },
    /** Confirmed and waiting addresses of a taxpayer, masked. */
    of: (tx: Tx, owner: string): Promise<ChannelView[]> => openOf(tx, owner),
    /** The same as their owner sees them, each with the newest code that was sent there to confirm it. */
    async seenBy(owner: string): Promise<(ChannelView & { token: TokenView | null })[]> {
      const { read } = needs.db;
      const [open, tokens] = await Promise.all([openOf(read, owner), confirmations(read, owner)]);
      return open.map((one) => ({
        ...one,
        token: tokens.find(({ binding }) => equal(binding, one.binding)) ?? null,
      }));
    },
    askAgain: (owner: Parameters<typeof askAgain>[1], channel: Channel): Promise<AskedAgain> =>
      askAgain(needs, owner, channel),
    /** The newest code that was sent to each of a taxpayer's addresses to confirm it. */
    confirmations,
    /** Confirmed addresses, ready to be written to. */
    async addressesOf(tx: Tx, owner: string): Promise<Partial<Record<Channel, Destination>>> {
      const rows = await confirmedOf(tx, owner);
      return Object.fromEntries(rows.map((row) => [row.channel, row]));
    },
    /** Addresses that wait to be confirmed: each was sent a code. */
    async proposedOf(tx: Tx, owner: string): Promise<Partial<Record<Channel, Destination>>> {
      const rows = await waitingOf(tx, owner);
      return Object.fromEntries(rows.map((row) => [row.channel, row]));
    },
  };
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
