import { openGround } from '@sampai/api/app/ground';
import { wireModules } from '@sampai/api/app/modules';
import { sha256 } from '@sampai/api/platform/digest';
import { openNotices } from '@sampai/api/platform/notices';
import type pg from 'pg';
import type { Plan } from '../people/plan.ts';
import type { Service } from '../people/service.ts';
import type { Channel } from '../scenarios/scenario.ts';
import { judgeBy, livesUntilBy } from './judge.ts';
import { makeKnown } from './known.ts';
import { adviceOf, OTHER, screenOf } from './screen.ts';

type Given = {
  databaseUrl: string;
  keysFile: string;
  origin: string;
  owners: Map<number, string>;
  /** For what the figures ask, besides the product. */
  aside: pg.Pool;
};

export type ProductDesk = Service & { close(): Promise<void> };

/** The product as people meet it: its own use-cases in this process, its queue and its workers behind them. */
export async function openProductDesk(given: Given): Promise<ProductDesk> {
  const ground = openGround('replay', { ...given, production: false, logLevel: 'silent' });
  const modules = wireModules(ground, given.origin);
  const { tokens, delivery, channels } = modules;
  const notices = await openNotices(given.databaseUrl, ground.log);
  const { knownAs, callerOf, viewerOf, current, note, hear, onNews } = makeKnown(given.owners);
  await delivery.follow(notices);
  await notices.listen('content_changed', hear);

  const destination = (channel: Channel, address: string) => delivery.destination(channel, address, '••••');
  /** People are shown the price, and take it. */
  const priceOf = async (plan: Plan, channel: Channel) => {
    const address = plan.addresses[channel];
    const price = address ? await tokens.price(destination(channel, address).lane, plan.purpose) : 0n;
    return price > 0n ? price : null;
  };

  async function issue(plan: Plan, channel: Channel) {
    const address = plan.addresses[channel];
    if (address === undefined) return undefined;
    const { owner } = knownAs(plan);
    const { flowHash, network } = callerOf(plan);
    const acceptPrice = await priceOf(plan, channel);
    return ground.db.inTransaction((tx) =>
      tokens.issue(tx, {
        ...{
          purpose: plan.purpose,
          subject: `taxpayer:${owner}`,
          account: owner,
          flowHash,
          network,
          locale: 'id',
        },
        ...{ binding: sha256(plan.purpose, owner), destination: destination(channel, address), acceptPrice },
      }),
    );
  }

  /** Activation: a code to each address, of which one is enough. */
  async function propose(plan: Plan): Promise<boolean> {
    const { owner } = knownAs(plan);
    let any = false;
    for (const channel of ['SMS', 'EMAIL'] as const) {
      const address = plan.addresses[channel];
      if (address === undefined) continue;
      const proposed = await ground.db.inTransaction((tx) =>
        channels.propose(tx, { owner, channel, address, caller: callerOf(plan) }),
      );
      if (!proposed.ok || !proposed.token) continue;
      note(plan, proposed.token);
      any = true;
    }
    return any;
  }

  return {
    async ask(plan) {
      if (plan.purpose === 'CONFIRM_CHANNEL') return propose(plan);
      const asked = await issue(plan, plan.wish);
      const unusable = asked && !asked.ok && asked.code === 'CHANNEL_UNUSABLE';
      const issued = unusable ? await issue(plan, OTHER[plan.wish]) : asked;
      if (!issued?.ok) return false;
      note(plan, issued.token);
      return true;
    },
    async press(plan, channel) {
      const token = current(plan, channel ?? plan.wish);
      if (!token) return { kind: 'over' };
      const acceptPrice = await priceOf(plan, channel ?? token.channel);
      const outcome = await tokens.resend(viewerOf(plan), {
        tokenId: token.id,
        channel,
        acceptPrice,
        locale: 'id',
      });
      if (outcome.verdict === 'sent') return { kind: 'sent' };
      if (outcome.verdict === 'refused')
        return outcome.code === 'CHANNEL_UNUSABLE' || outcome.code === 'PRICE_NOT_ACCEPTED'
          ? { kind: 'not-yet', until: null, advice: null }
          : { kind: 'over' };
      const until = 'until' in outcome ? outcome.until : null;
      return { kind: 'not-yet', until: until?.getTime() ?? null, advice: adviceOf(outcome) };
    },
    async enter(plan, letter, typed) {
      const token = current(plan, letter.channel);
      if (!token) return 'dead';
      const caller = callerOf(plan);
      const entered = { tokenId: token.id, code: typed };
      // A return's code is taken by its submission, inside the submission's transaction.
      const outcome = await (plan.purpose === 'SUBMIT_RETURN'
        ? ground.db.inTransaction((tx) => tokens.verifyInside(tx, caller, entered))
        : tokens.verify(caller, entered));
      if (outcome.verdict === 'verified' || outcome.verdict === 'already-verified') return 'right';
      if (outcome.verdict === 'refused') return outcome.code === 'TOKEN_EXPIRED' ? 'expired' : 'dead';
      return 'wrong';
    },
    async look(plan) {
      const token = current(plan);
      const view = token ? await tokens.view(viewerOf(plan), token.id) : null;
      return screenOf(plan, view);
    },
    judge: (plan, letter, at) => judgeBy(given.aside, knownAs(plan).tokens, plan, letter, at),
    livesUntil: (plan, at) => livesUntilBy(given.aside, knownAs(plan).tokens, at),
    onNews,
    async close() {
      await notices.close();
      await ground.db.close();
    },
  };
}
