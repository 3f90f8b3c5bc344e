import type { Accounts } from '#modules/accounts';
import type { ContactChannels } from '#modules/contact-channels';
import type { Delivery } from '#modules/delivery';
import type { Status } from '#modules/status';
import type { Tokens } from '#modules/tokens';
import type { Database } from '#platform/database';
import type { Policies } from '#platform/policy';
import type { Secrets } from '#platform/secrets';

export type Needs = {
  db: Database;
  accounts: Accounts;
  channels: ContactChannels;
  delivery: Delivery;
  status: Status;
  tokens: Tokens;
  policies: Policies;
  secrets: Secrets;
};

export type Refused = { ok: false; code: string; field?: string; until?: Date };
