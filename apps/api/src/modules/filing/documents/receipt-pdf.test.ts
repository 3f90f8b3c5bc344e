import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReceiptFacts } from './receipt-facts.ts';
import { receiptPdf } from './receipt-pdf.ts';

const facts: ReceiptFacts = {
  number: '83920174650192837465',
  submittedAt: new Date('2023-03-31T16:59:59Z'),
  digest: 'ab'.repeat(32),
  form: '1770SS',
  taxYear: 2022,
  amendment: 0,
  outcome: 'UNDERPAID',
  balance: 55_000n,
  taxpayerName: 'Sri Wahyuni (王) Nguyễn',
  identifier: '01.312.166.0-091.000',
};

/** The text that the page shows: the strings of its content streams, which pdfkit writes as hexadecimal. */
function textOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const strings = [...streams.join('\n').matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown]) =>
    [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)]
      .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1'))
      .join(''),
  );
  return strings.join('\n');
}

describe('the printed receipt', () => {
  it('shows number, person, return, outcome, and the time in WIB, where the day is another than in UTC', async () => {
    const text = textOf(
      await receiptPdf({ ...facts, submittedAt: new Date('2023-03-31T17:00:01Z') }, 'http://localhost:3000'),
    );
    for (const shown of [
      'BUKTI PENERIMAAN ELEKTRONIK',
      '83920174650192837465',
      '01.312.166.0-091.000',
      'SPT Tahunan PPh Orang Pribadi 1770 SS',
      'Kurang Bayar (underpaid)',
      'Rp 55.000',
      '1 April 2023',
      '00.00.01 WIB',
      'ab'.repeat(32),
      'http://localhost:3000/verify?number=83920174650192837465',
    ])
      expect(text).toContain(shown);
  });

  it('survives a name that its fonts cannot write', async () => {
    expect(textOf(await receiptPdf(facts, 'http://localhost:3000'))).toContain('Sri Wahyuni (?) Nguyen');
  });

  it('is the same, byte for byte, each time it is drawn', async () => {
    const [first, second] = [
      await receiptPdf(facts, 'https://a.example'),
      await receiptPdf(facts, 'https://a.example'),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('says what is paid too much without a minus', async () => {
    const text = textOf(
      await receiptPdf(
        { ...facts, outcome: 'OVERPAID', balance: -45_000n, amendment: 2 },
        'https://a.example',
      ),
    );
    expect(text).toContain('Lebih Bayar');
    expect(text).toContain('Rp 45.000');
    expect(text).not.toContain('-45');
  });
});
