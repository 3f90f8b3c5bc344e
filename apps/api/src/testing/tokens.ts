import type { Purpose } from '#modules/tokens';
import { type Caller, subjectOf } from '#platform/caller';
import { sha256 } from '#platform/digest';
import type { House } from './house.ts';

type Wish = {
  purpose?: Purpose;
  /** E.164 or a mail address. */
  to: string;
  /** What the token validates. */
  binding?: string;
  flow?: string;
  acceptPrice?: bigint;
};

/** Asks for a code in the name of a taxpayer, as a module to the right of tokens would. */
export async function askCode(house: House, taxpayerId: string, wish: Wish) {
  const { to, purpose = 'SUBMIT_RETURN', binding = 'what it validates', flow, acceptPrice = null } = wish;
  const destination = house.delivery.destination(to.startsWith('+') ? 'SMS' : 'EMAIL', to, '••••');
  return house.db.inTransaction((tx) =>
    house.tokens.issue(tx, {
      ...{ purpose, subject: subjectOf(taxpayerId), account: taxpayerId, binding: sha256(binding) },
      ...{ destination, flowHash: flow ? sha256(flow) : null, network: 'n', locale: 'id', acceptPrice },
    }),
  );
}

/** The token of a code that must not be refused. */
export async function codeFor(house: House, taxpayerId: string, wish: Wish) {
  const issued = await askCode(house, taxpayerId, wish);
  if (!issued.ok) throw new Error(`refused: ${issued.code}`);
  return issued.token;
}

/** Somebody who asks without a browser: by session, by flow, or as a stranger. */
export const caller = (who: { taxpayerId?: string; flow?: string }): Caller => ({
  ...{ locale: 'id', network: 'n', source: 's', sessionHash: null, browserHash: null },
  ...{ taxpayerId: who.taxpayerId ?? null, flowHash: who.flow ? sha256(who.flow) : null },
  ensureFlow: () => sha256('a new flow'),
  giveSession: () => {},
  endSession: () => {},
  rememberBrowser: () => {},
});
