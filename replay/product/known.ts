import type { Caller } from '@sampai/api/platform/caller';
import { sha256 } from '@sampai/api/platform/digest';
import type { Plan } from '../people/plan.ts';
import type { Channel } from '../scenarios/scenario.ts';

export type KnownToken = { id: string; channel: Channel; reference: string };
/** A person to the product: an owner of addresses, in a browser of her own, with the tokens she was given. */
type Known = { owner: string; flow: Uint8Array; tokens: KnownToken[] };

/** Who the people are to the product, and whom its notices concern. */
export function makeKnown(owners: Map<number, string>) {
  const known = new Map<number, Known>();
  const hearers = new Map<string, () => void>();
  const hearOf = new Map<number, () => void>();

  const knownAs = (plan: Plan): Known => {
    const owner = owners.get(plan.index) ?? '';
    const one = known.get(plan.index) ?? { owner, flow: sha256('flow', owner), tokens: [] };
    known.set(plan.index, one);
    return one;
  };

  /** A return is submitted in a session; an activation and a sign-in have a flow. */
  const callerOf = (plan: Plan): Caller => {
    const { owner, flow } = knownAs(plan);
    const inSession = plan.purpose === 'SUBMIT_RETURN';
    return {
      ...{ locale: 'id', network: `n${plan.index}`, source: `s${plan.index}` },
      ...{ sessionHash: null, browserHash: null },
      ...{ taxpayerId: inSession ? owner : null, flowHash: inSession ? null : flow },
      ensureFlow: () => flow,
      giveSession: () => {},
      endSession: () => {},
      rememberBrowser: () => {},
    };
  };

  return {
    knownAs,
    callerOf,
    viewerOf(plan: Plan) {
      const { taxpayerId, flowHash } = callerOf(plan);
      return { subject: taxpayerId && `taxpayer:${taxpayerId}`, flowHash };
    },
    /** The token she waits for: of her wish where there are two. */
    current(plan: Plan, channel: Channel = plan.wish): KnownToken | undefined {
      const its = knownAs(plan).tokens;
      return plan.purpose === 'CONFIRM_CHANNEL'
        ? its.findLast((token) => token.channel === channel)
        : its.at(-1);
    },
    note(plan: Plan, token: KnownToken): void {
      const its = knownAs(plan).tokens;
      if (!its.some(({ id }) => id === token.id)) its.push(token);
      const hear = hearOf.get(plan.index);
      if (hear) hearers.set(token.id, hear);
    },
    /** News of a token. */
    hear: (id: string): void => hearers.get(id)?.(),
    onNews(plan: Plan, hear: () => void): () => void {
      hearOf.set(plan.index, hear);
      return () => {
        hearOf.delete(plan.index);
        for (const { id } of knownAs(plan).tokens) hearers.delete(id);
      };
    },
  };
}
