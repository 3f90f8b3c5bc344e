import type { FormFinding } from '@sampai/tax-forms';
import type { Finding, Resolvers } from '#generated/graphql';
import { refusal } from '#graphql/refusals';
import { presentRefusal, presentWrongCode } from '#modules/tokens';
import type { Caller } from '#platform/caller';
import { sentenceOf } from './errors.ts';
import type { Filing, SignedIn } from './index.ts';
import type { FilingRefusal, ReceiptView, TaxReturnView } from './types.ts';
import type { Submitted } from './use-cases/submit-return.ts';

/** Everything here is the signed-in taxpayer's own, but for the public check of a receipt. */
export const makeFilingResolvers = (filing: Filing): Resolvers => ({
  Query: {
    taxReturn: async (_, { id }, { caller }) =>
      caller.taxpayerId ? filing.taxReturn(caller.taxpayerId, id) : null,
    async taxReturns(_, { taxYear, first, after }, { caller }) {
      if (!caller.taxpayerId) return { nodes: [], hasNextPage: false };
      const page = { taxYear: taxYear ?? null, first: first ?? 20, after: after ?? null };
      return filing.taxReturns(caller.taxpayerId, page);
    },
    async channelOffers(_, { returnId }, { caller }) {
      const ways = caller.taxpayerId ? await filing.channelOffers(caller.taxpayerId, returnId) : [];
      return ways.map(({ health, ...way }) => ({ ...way, health: way.live ? health : 'CLOSED' }));
    },
    receipt: async (_, { number }) => filing.checkReceipt(number),
  },
  Mutation: {
    async openReturn(_, { input }, { caller }) {
      if (!isSignedIn(caller)) return refusal('NOT_SIGNED_IN');
      const { form, taxYear, taxMonth, amends } = input;
      const request = { form, taxYear, taxMonth: taxMonth ?? null, amends: amends ?? null };
      const outcome = await filing.openReturn(caller.taxpayerId, request);
      return outcome.ok ? taxReturn(outcome.opened) : refused(outcome.refusal, caller);
    },
    async saveReturn(_, { input }, { caller }) {
      if (!isSignedIn(caller)) return refusal('NOT_SIGNED_IN');
      const outcome = await filing.saveReturn(caller.taxpayerId, input);
      if (outcome.ok) return taxReturn(outcome.saved);
      return 'stale' in outcome ? stale(outcome.stale) : refused(outcome.refusal, caller);
    },
    async requestToken(_, { input }, { caller }) {
      if (!isSignedIn(caller)) return refusal('NOT_SIGNED_IN');
      const { returnId, channel, acceptPrice } = input;
      const request = { returnId, channel: channel ?? null, acceptPrice: acceptPrice ?? null };
      const outcome = await filing.requestToken(caller, request);
      if (outcome.ok) return { __typename: 'VerificationToken', ...outcome.token };
      return 'refusal' in outcome ? refused(outcome.refusal, caller) : presentRefusal(outcome, caller.locale);
    },
    async submitReturn(_, { input }, { caller }) {
      if (!isSignedIn(caller)) return refusal('NOT_SIGNED_IN');
      const { proof, ...request } = input;
      if (!proof.token) return refusal('INVALID_INPUT', { field: 'proof' });
      return submitted(await filing.submitReturn(caller, { ...request, token: proof.token }), caller);
    },
  },
  TaxReturn: {
    findings: ({ findings }, _, { caller }) => findings.map(told(caller)),
    openToken: (view) => filing.openToken(view),
    slips: async ({ taxpayerId, taxYear }) => filing.slips(taxpayerId, taxYear),
  },
  Receipt: {
    digest: ({ digest }) => Buffer.from(digest).toString('hex'),
    pdfUrl: ({ number }) => `/receipts/${number}.pdf`,
  },
});

const isSignedIn = (caller: Caller): caller is SignedIn => caller.taxpayerId !== null;

const taxReturn = (view: TaxReturnView) => ({ __typename: 'TaxReturn', ...view }) as const;

const receipt = (view: ReceiptView) => ({ __typename: 'Receipt', ...view }) as const;

const stale = (current: TaxReturnView) =>
  ({ __typename: 'StaleVersion', code: 'STALE_VERSION', current }) as const;

const told =
  ({ locale }: Caller) =>
  (finding: FormFinding): Finding => ({ ...finding, message: sentenceOf(finding, locale) });

function submitted(outcome: Submitted, caller: Caller) {
  switch (outcome.verdict) {
    case 'receipt':
      return receipt(outcome.receipt);
    case 'stale':
      return stale(outcome.current);
    case 'incomplete': {
      const findings = outcome.view.findings.map(told(caller));
      return { __typename: 'ReturnIncomplete', code: 'RETURN_INCOMPLETE', findings } as const;
    }
    case 'refuse':
      return refused(outcome.refusal, caller);
    case 'code':
      return codeRefused(outcome.outcome, caller);
  }
}

function codeRefused(outcome: Extract<Submitted, { verdict: 'code' }>['outcome'], { locale }: Caller) {
  if (outcome.verdict === 'wrong') return presentWrongCode(outcome, locale);
  if (outcome.verdict === 'malformed') return refusal('INVALID_INPUT', { field: 'code' });
  // A code that was used while its return still is a draft validates nothing any more.
  return refusal(outcome.verdict === 'refused' ? outcome.code : 'TOKEN_EXPIRED');
}

function refused(reason: FilingRefusal, caller: Caller) {
  if (!('unreadable' in reason)) return presentRefusal(reason, caller.locale);
  const { unreadable } = reason;
  return {
    ...refusal('INVALID_INPUT', { field: shownField(unreadable.field) }),
    message: sentenceOf(unreadable, caller.locale),
  };
}

/** A field that no form has is named only if it looks like one: what else a client sent is not sent back. */
const shownField = (field: string): string => (/^[A-Za-z0-9]{1,8}$/.test(field) ? field : 'facts');
