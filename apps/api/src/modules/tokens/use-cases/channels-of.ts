import type { Channel, Destination } from '#modules/delivery';
import type { Tx } from '#platform/database';
import type { TokenPorts } from '../ports.ts';
import type { Purpose, Token } from '../types.ts';

export const OTHER = { SMS: 'EMAIL', EMAIL: 'SMS' } as const;

/** A code that confirms a channel never leaves the address it confirms. */
export const confirmsItsAddress = ({ purpose }: { purpose: Purpose }): boolean =>
  purpose === 'CONFIRM_CHANNEL' || purpose === 'CHANGE_CHANNEL' || purpose === 'REGISTER';

export type Addresses = Partial<Record<Channel, Destination>>;

/** Where else a code may go: its owner's confirmed addresses; none where it confirms one itself. */
export const addressesFor = async (ports: TokenPorts, tx: Tx, token: Token): Promise<Addresses> =>
  confirmsItsAddress(token) ? {} : ports.addressesOf(tx, token.subject);
