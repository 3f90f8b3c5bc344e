import type { Channel, Delivery, Destination } from '#modules/delivery';
import type { Tokens } from '#modules/tokens';
import type { Database, Tx } from '#platform/database';

/** A taxpayer as a receipt names one. */
export type FilingTaxpayer = { kind: 'individual' | 'company'; name: string; identifier: string };

/** What filing needs to know of people, wired in app/. */
export type FilingPorts = {
  /** A taxpayer's confirmed addresses. */
  addressesOf(tx: Tx, taxpayerId: string): Promise<Partial<Record<Channel, Destination>>>;
  /** Who files: what they are, their name, and the 16 digits under which the authority knows them. */
  taxpayerOf(tx: Tx, taxpayerId: string): Promise<FilingTaxpayer>;
};

/** What the use-cases of this module stand on. */
export type Needs = {
  db: Database;
  delivery: Delivery;
  tokens: Tokens;
  ports: FilingPorts;
  /** Where receipts are checked: the portal's own origin. */
  publicOrigin: string;
};
