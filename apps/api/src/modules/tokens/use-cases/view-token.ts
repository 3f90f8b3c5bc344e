import { type Channel, type MessageView, overrules } from '#modules/delivery';
import { sql, type Tx, together } from '#platform/database';
import { judgeAdvice } from '../rules/judge-advice.ts';
import { judgeWayOut } from '../rules/judge-way-out.ts';
import { isRefusedForGood } from '../rules/refused-for-good.ts';
import { isWindowPassed, stateOf } from '../rules/state-of.ts';
import { type Bindings, findNewestOf, newestBy, newestOf } from '../store/find.ts';
import type { Advice, Purpose, Token, TokenMessageView, TokenView } from '../types.ts';
import { type Addresses, addressesFor, confirmsItsAddress, OTHER } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { judgeWays } from './resend-ways.ts';

/** A token as its viewer sees it at `now`: state judged, messages, when asking again is worth it, and what would serve better. */
export async function viewToken(
  needs: Needs,
  tx: Tx,
  token: Token,
  now: Date,
  known?: MessageView[],
): Promise<TokenView> {
  const messages = known ?? (await needs.delivery.messages(tx, token.id, now));
  const state = stateOf(token, now);
  const windowPassed = isWindowPassed(token, now);
  const own = token.channel;
  const mayBeAsked = state === 'OPEN' || windowPassed;
  const addresses = mayBeAsked ? await addressesFor(needs.ports, tx, token) : {};
  const channels = mayBeAsked ? [own, OTHER[own]] : [own];
  const ways = await judgeWays(needs, tx, token, addresses, messages, channels, now);
  const helping = mayBeAsked ? ways.filter(({ mayHelp }) => mayHelp) : [];
  const advice = state === 'OPEN' ? await adviceFor(needs, tx, token, addresses, messages, now) : null;
  return {
    ...token,
    state,
    attemptsLeft: Math.max(0, token.attemptsMax - token.attemptsUsed),
    windowPassed,
    resendAt: ways.find(({ channel }) => channel === own)?.at ?? null,
    resendWays: helping.map(({ channel, at }) => ({ channel, at })),
    messages: withWaysOut(messages, state === 'OPEN' ? { isAdvised: advice !== null } : null, now),
    advice,
    wishedVia: token.overruledLane && (await needs.delivery.lane(token.overruledLane)).name,
  };
}

/** Messages with what is left of those that were refused; of a code that is over (null) nothing is. */
function withWaysOut(
  messages: MessageView[],
  open: { isAdvised: boolean } | null,
  now: Date,
): TokenMessageView[] {
  return messages.map((message) => {
    const refusedForGood = isRefusedForGood(message, now);
    const others = messages.filter(({ id }) => id !== message.id).map(({ state }) => state);
    const wayOut = open && judgeWayOut({ ...open, state: message.state, refusedForGood, others });
    return { ...message, refusedForGood, wayOut };
  });
}

/** What reads accounts' newest token of each binding that `bindings` selects, as their owner sees them, with one round trip. */
export function makeNewestViews(
  needs: Needs,
  purpose: Purpose,
  bindings: Bindings,
): (tx: Tx, account: string) => Promise<TokenView[]> {
  const newest = together(async (tx, accounts: string[]) => {
    const wanted = newestOf(accounts, purpose, bindings);
    const [tokens, rows] = await Promise.all([
      findNewestOf(tx, wanted),
      needs.delivery.messagesAmong(tx, sql`SELECT id FROM ${wanted}`),
    ]);
    const withMessages = tokens.map((token) => ({
      token,
      mine: rows.filter(({ contentRef }) => contentRef === token.id),
    }));
    return accounts.map((account) => withMessages.filter(({ token }) => token.account === account));
  });
  return async (tx, account) =>
    Promise.all(
      (await newest(tx, account)).map(async ({ token, mine }) =>
        viewToken(needs, tx, token, token.now, await needs.delivery.view(mine, token.now)),
      ),
    );
}

async function adviceFor(
  needs: Needs,
  tx: Tx,
  token: Token,
  addresses: Addresses,
  messages: MessageView[],
  now: Date,
): Promise<Advice | null> {
  const confirm = confirmsItsAddress(token);
  const last = messages.at(-1);
  if (!last) return null;
  const channel = OTHER[last.channel];
  const destination = addresses[channel];
  const lane = destination && (await needs.delivery.lane(destination.lane));
  const advised = judgeAdvice({
    standsStill: (await needs.delivery.life()).standsStillFor !== null,
    messages: messages.map((message) => ({ ...message, laneRefuses: overrules(message.health) })),
    other: confirm
      ? { channel, inOrder: true }
      : lane
        ? { channel, inOrder: lane.live && !overrules(lane.health) }
        : null,
  });
  if (!advised || (confirm && !(await mayBeConfirmed(needs, tx, token, channel, now)))) return null;
  const p50 = destination ? (await needs.delivery.arrival(destination.lane)).p50 : null;
  return {
    ...{ ...advised, channel, confirm },
    price: destination ? await needs.policy.price(destination.lane, token.purpose) : 0n,
    usualSeconds: p50 === null ? null : Math.max(1, Math.round(p50)),
  };
}

/**
 * Whether the other address that waits to be confirmed can be reached, as far as is known: two addresses that were both refused
 * are no way out of each other. Of one that is yet to be named nothing is known: it is another way, and that is what helps.
 */
async function mayBeConfirmed(
  { delivery }: Needs,
  tx: Tx,
  { account, purpose }: Token,
  channel: Channel,
  now: Date,
): Promise<boolean> {
  const pending = await newestBy(tx, account, purpose, channel);
  const messages = pending ? await delivery.messages(tx, pending.id, now) : [];
  const last = messages.at(-1);
  if (!last) return true;
  const { live, health } = await delivery.lane(last.lane);
  return live && !overrules(health) && messages.some(({ state }) => state !== 'REFUSED');
}
