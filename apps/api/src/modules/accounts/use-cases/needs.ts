import type { ContactChannels } from '#modules/contact-channels';
import type { RefusalReason, Tokens } from '#modules/tokens';
import type { Database } from '#platform/database';
import type { Policies } from '#platform/policy';
import type { Secrets } from '#platform/secrets';

export type Needs = {
  db: Database;
  channels: ContactChannels;
  tokens: Tokens;
  policies: Policies;
  secrets: Secrets;
};

export type Refused = {
  ok: false;
  code: string;
  field?: string;
  until?: Date | null;
  why?: RefusalReason | undefined;
};
