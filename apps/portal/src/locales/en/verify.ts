import type { VerifyTexts } from '../id/verify.ts';

export const verify = {
  title: 'Check a receipt',
  lead: 'Enter the number on the electronic receipt (BPE), or scan the QR code on it. No personal data is shown.',
  number: 'Receipt number',
  hint: 'It is at the top of the PDF.',
  submit: 'Check',
  pending: 'Checking…',
  missing: 'Enter the receipt number.',
  genuine: 'This receipt is genuine.',
  genuineBody: 'Compare the details below with the sheet you hold.',
  unknown: 'We have no such number.',
  unknownBody:
    'Check the digits once more. If that is what the sheet says, it was not issued by this portal.',
  form: { '1770': '1770', '1770S': '1770 S', '1770SS': '1770 SS' },
  rows: { number: 'Number', form: 'Form', taxYear: 'Tax year', submittedAt: 'Received' },
} satisfies VerifyTexts;
