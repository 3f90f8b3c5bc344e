import type { Content } from '#modules/delivery';
import { FORM_NAMES, type ReceiptFacts, verifyUrl } from './receipt-facts.ts';

type Words = { subject: string; body: string };

/** The mail that carries a receipt: the number in the first line, the document attached, no amount in the text. */
export function receiptMail(
  facts: ReceiptFacts,
  pdf: Uint8Array,
  locale: 'id' | 'en',
  publicOrigin: string,
): Content {
  const { subject, body } = WORDS[locale](facts, verifyUrl(publicOrigin, facts.number));
  const attachment = {
    filename: `BPE-${facts.number}.pdf`,
    content: pdf,
    contentType: 'application/pdf',
  };
  return { subject, text: body, attachments: [attachment] };
}

const inWib = (at: Date, locale: 'id' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'Asia/Jakarta',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(at);

const WORDS: Record<'id' | 'en', (facts: ReceiptFacts, url: string) => Words> = {
  id: ({ number, submittedAt, form, taxYear }, url) => ({
    subject: `Bukti Penerimaan Elektronik SPT ${FORM_NAMES[form]} tahun pajak ${taxYear}`,
    body: [
      `Nomor tanda terima elektronik: ${number}`,
      '',
      `SPT Tahunan ${FORM_NAMES[form]} Anda untuk tahun pajak ${taxYear} sudah sampai pada ${inWib(submittedAt, 'id')} WIB.`,
      'Bukti penerimaannya terlampir sebagai PDF. Simpanlah.',
      '',
      `Keasliannya dapat diperiksa siapa pun, tanpa melihat data Anda, di ${url}`,
      '',
      'Sampai',
    ].join('\n'),
  }),
  en: ({ number, submittedAt, form, taxYear }, url) => ({
    subject: `Electronic receipt: return ${FORM_NAMES[form]}, tax year ${taxYear}`,
    body: [
      `Receipt number: ${number}`,
      '',
      `Your annual return ${FORM_NAMES[form]} for the tax year ${taxYear} arrived on ${inWib(submittedAt, 'en')} WIB.`,
      'The receipt is attached as a PDF. Keep it.',
      '',
      `Anybody can check that it is genuine, without seeing your data, at ${url}`,
      '',
      'Sampai',
    ].join('\n'),
  }),
};
