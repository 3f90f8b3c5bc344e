import { type Accounts, makeAccounts } from '#modules/accounts';
import { type ContactChannels, makeContactChannels } from '#modules/contact-channels';
import { type Delivery, type DeliveryPorts, makeDelivery } from '#modules/delivery';
import { makeFiling } from '#modules/filing';
import { makeStatus } from '#modules/status';
import { makeTokens, type TokenPorts, type Tokens } from '#modules/tokens';
import type { Ground } from './ground.ts';
import { statusPorts } from './status-ports.ts';

export type Modules = ReturnType<typeof wireModules>;

const TAXPAYER = /^taxpayer:/;

/**
 * The only place that wires: what must go against the stack order (delivery asks tokens for a text, tokens tell accounts
 * of a verified code) goes through ports that are tied here.
 */
export function wireModules(ground: Ground, publicOrigin: string) {
  const { db, keys, log, metrics, policies, secrets } = ground;
  const statusNeeds = { db, ports: statusPorts(() => ({ delivery, tokens, channels })) };
  const status = makeStatus(statusNeeds);
  const delivery: Delivery = makeDelivery({ db, secrets });

  const tokenPorts: TokenPorts = {
    addressesOf: (tx, subject) => channels.addressesOf(tx, subject.replace(TAXPAYER, '')),
    async onVerified(tx, token, caller) {
      if (token.purpose === 'CONFIRM_CHANNEL') await channels.confirm(tx, token);
      if (token.purpose === 'SIGN_IN') await accounts.onSignInVerified(tx, token, caller);
    },
  };
  const tokens: Tokens = makeTokens({ db, delivery, keys, log, metrics, policies, ports: tokenPorts });
  const channels: ContactChannels = makeContactChannels({ delivery, tokens });
  const accounts: Accounts = makeAccounts({ db, channels, tokens, policies, secrets });
  const filing = makeFiling({
    db,
    delivery,
    tokens,
    publicOrigin,
    ports: {
      addressesOf: channels.addressesOf,
      taxpayerOf: accounts.identityOf,
    },
  });

  const deliveryPorts: DeliveryPorts = {
    contentOf: async (request) =>
      (await filing.contentOf(request)) ?? (await status.contentOf(request)) ?? tokens.contentOf(request),
    onProgress: (tx, progress) => tokens.onProgress(tx, progress),
  };
  return { status, statusNeeds, delivery, tokens, channels, accounts, filing, deliveryPorts };
}
