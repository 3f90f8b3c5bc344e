import type { Channel, Delivery, Destination } from '#modules/delivery';
import type { Token, Tokens } from '#modules/tokens';
import type { Tx } from '#platform/database';
import { confirmedOf, confirmProposed, openBindings, openOf } from './store.ts';
import { type ProposeOutcome, type ProposeRequest, proposeChannel } from './use-cases/propose-channel.ts';

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
export function makeContactChannels(needs: { delivery: Delivery; tokens: Tokens }) {
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
    /** Their bindings, for `tokens.newestOf`. */
    bindings: openBindings,
    /** Confirmed addresses, ready to be written to. */
    async addressesOf(tx: Tx, owner: string): Promise<Partial<Record<Channel, Destination>>> {
      const rows = await confirmedOf(tx, owner);
      return Object.fromEntries(rows.map((row) => [row.channel, row]));
    },
  };
}
