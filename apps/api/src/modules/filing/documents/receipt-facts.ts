import type { FormCode, Outcome } from '@sampai/tax-forms';

/** What a printed receipt says (PER-01/PJ/2017 art. 1(16)): who filed what, when, and the number that proves it. */
export interface ReceiptFacts {
  number: string;
  submittedAt: Date;
  /** SHA-256 of the canonical content, 64 hexadecimal digits. */
  digest: string;
  form: FormCode;
  taxYear: number;
  amendment: number;
  outcome: Outcome;
  balance: bigint;
  taxpayerName: string;
  /** As on the card, not masked: the receipt is its owner's. */
  identifier: string;
}

/** Names as people write them. */
export const FORM_NAMES: Record<FormCode, string> = {
  '1770': '1770',
  '1770S': '1770 S',
  '1770SS': '1770 SS',
};

/** The address that a phone's camera opens from the receipt. */
export const verifyUrl = (publicOrigin: string, number: string): string =>
  `${publicOrigin}/verify?number=${encodeURIComponent(number)}`;

/** `Rp 55.000`: whole rupiah, dots between thousands, in every language of the portal. */
export const rupiah = (amount: bigint): string => `Rp ${new Intl.NumberFormat('id-ID').format(amount)}`;
