import { type Accounts, makeAccounts } from '#modules/accounts';
import { type ContactChannels, makeContactChannels } from '#modules/contact-channels';
import {
  type Content,
  type ContentRequest,
  type Delivery,
  type DeliveryPorts,
  type LifeTimes,
  makeDelivery,
} from '#modules/delivery';
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
export function wireModules(ground: Ground, publicOrigin: string, lifeTimes?: LifeTimes) {
  const { db, keys, log, metrics, policies, secrets } = ground;
  const statusNeeds = { db, log, metrics, ports: statusPorts(() => ({ delivery, tokens, channels })) };
  const status = makeStatus(statusNeeds);
  const delivery: Delivery = makeDelivery({ db, log, metrics, policies, secrets }, lifeTimes);

  const tokenPorts: TokenPorts = {
    addressesOf: (tx, subject) => channels.addressesOf(tx, subject.replace(TAXPAYER, '')),
    async onVerified(tx, token, caller) {
      if (token.purpose === 'CONFIRM_CHANNEL') await channels.confirm(tx, token);
      if (token.purpose === 'SIGN_IN') await accounts.onSignInVerified(tx, token, caller);
    },
  };
  const tokens: Tokens = makeTokens({ db, delivery, keys, log, metrics, policies, ports: tokenPorts });
  const channels: ContactChannels = makeContactChannels({ db, delivery, tokens });
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
    contentsOf: (requests) => contentsOf(requests, [filing.contentOf, status.contentOf], tokens.contentsOf),
    onProgress: tokens.onProgress,
    onStuck: tokens.onStuck,
    async onLane(tx, change) {
      // A carrier that is not live serves nobody: its trouble is no incident.
      if (!(await delivery.lane(change.lane)).live) return;
      await status.laneChanged(tx, change);
    },
  };
  return { status, statusNeeds, delivery, tokens, channels, accounts, filing, deliveryPorts };
}

type One = (request: ContentRequest) => Promise<Content | 'dead' | null>;
type Many = (requests: ContentRequest[]) => Promise<(Content | 'dead')[]>;

/** Receipts and notices are asked for one by one, and codes, which are the many and the urgent, together. */
async function contentsOf(
  requests: ContentRequest[],
  owners: One[],
  many: Many,
): Promise<(Content | 'dead')[]> {
  const known = await Promise.all(
    requests.map(async (request) => {
      for (const contentOf of owners) {
        const content = await contentOf(request);
        if (content !== null) return content;
      }
      return null;
    }),
  );
  const codes = requests.filter((_, n) => known[n] === null);
  const texts = codes.length > 0 ? await many(codes) : [];
  return known.map((content) => content ?? texts.shift() ?? 'dead');
}
