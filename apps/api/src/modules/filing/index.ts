import type { Content, ContentRequest } from '#modules/delivery';
import type { TokenView } from '#modules/tokens';
import type { Caller } from '#platform/caller';
import type { JobHandler } from '#platform/jobs';
import type { Needs } from './ports.ts';
import { viewReturn } from './rules/view-return.ts';
import { findReturn } from './store/returns.ts';
import { type HeldSlip, slipsOf } from './store/slips.ts';
import type { TaxReturnView } from './types.ts';
import { checkReceipt, type ReceiptChecked } from './use-cases/check-receipt.ts';
import { drawReceipt, receiptContent } from './use-cases/draw-receipt.ts';
import { findOpenToken } from './use-cases/find-open-token.ts';
import { listReturns, type PageRequest, type ReturnPage } from './use-cases/list-returns.ts';
import { mailReceipt } from './use-cases/mail-receipt.ts';
import { offerChannels, type Way } from './use-cases/offer-channels.ts';
import { type Opened, type OpenRequest, openReturn } from './use-cases/open-return.ts';
import { requestToken, type TokenRequest, type TokenRequested } from './use-cases/request-token.ts';
import { type Saved, type SaveRequest, saveReturn } from './use-cases/save-return.ts';
import { MAIL_RECEIPT, type SubmitRequest, type Submitted, submitReturn } from './use-cases/submit-return.ts';

export { filingErrors } from './errors.ts';
export type { FilingPorts, FilingTaxpayer } from './ports.ts';
export { makeFilingResolvers } from './resolvers.ts';
export type { ReceiptView as ReceiptParent, TaxReturnView as TaxReturnParent } from './types.ts';
export type Filing = ReturnType<typeof makeFiling>;

/** A caller with a session. */
export type SignedIn = Caller & { taxpayerId: string };

/** The door of filing. Every operation on returns is of one taxpayer; another person's return is not there. */
export function makeFiling(needs: Needs) {
  return {
    openReturn: (owner: string, request: OpenRequest): Promise<Opened> => openReturn(needs, owner, request),
    saveReturn: (owner: string, request: SaveRequest): Promise<Saved> => saveReturn(needs, owner, request),
    requestToken: (caller: SignedIn, request: TokenRequest): Promise<TokenRequested> =>
      requestToken(needs, caller, request),
    submitReturn: (caller: SignedIn, request: SubmitRequest): Promise<Submitted> =>
      submitReturn(needs, caller, request),
    async taxReturn(owner: string, id: string): Promise<TaxReturnView | null> {
      const stored = await findReturn(needs.db.read, owner, id);
      return stored && viewReturn(stored);
    },
    /** The withholding slips of a year, from which its returns are prefilled. */
    slips: (owner: string, taxYear: number): Promise<HeldSlip[]> => slipsOf(needs.db.read, owner, taxYear),
    taxReturns: (owner: string, request: PageRequest): Promise<ReturnPage> =>
      listReturns(needs, owner, request),
    openToken: (view: TaxReturnView): Promise<TokenView | null> => findOpenToken(needs, view),
    channelOffers: (owner: string, returnId: string): Promise<Way[]> => offerChannels(needs, owner, returnId),
    /** Public: whether a receipt is genuine, without a person. */
    checkReceipt: (number: string): Promise<ReceiptChecked | null> => checkReceipt(needs, number),
    /** The receipt as a PDF, for its owner; null for everybody else. */
    receiptPdf: (owner: string, number: string): Promise<Uint8Array | null> =>
      drawReceipt(needs, owner, number),
    /** What a receipt's message says; null where the reference is not one of a receipt. */
    contentOf: (request: ContentRequest): Promise<Content | 'dead' | null> => receiptContent(needs, request),
    /** What may wait, by the name of its job. */
    jobs: {
      [MAIL_RECEIPT]: ({ number = '', locale }) => mailReceipt(needs, number, locale === 'en' ? 'en' : 'id'),
    } satisfies Record<string, JobHandler>,
  };
}
