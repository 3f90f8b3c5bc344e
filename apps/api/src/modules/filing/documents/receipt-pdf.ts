import type { Outcome } from '@sampai/tax-forms';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import { FORM_NAMES, type ReceiptFacts, rupiah, verifyUrl } from './receipt-facts.ts';

const STATUS: Record<Outcome, [string, string]> = {
  NIL: ['Nihil', 'nil'],
  UNDERPAID: ['Kurang Bayar', 'underpaid'],
  OVERPAID: ['Lebih Bayar', 'overpaid'],
};

const INK = '#14233b';
const QUIET = '#5a6779';
const LINE = '#d5dbe3';
const MARGIN = 56;
const LABEL_WIDTH = 190;
const QR_SIDE = 116;
/** Modules left white around a QR symbol (ISO/IEC 18004). */
const QR_QUIET_ZONE = 4;

type Row = { label: string; gloss: string; value: string };

/**
 * The receipt as a PDF of one page, in Indonesian as the rule has it, English below each label. It is drawn from
 * the receipt's row whenever it is asked for: the same receipt always gives the same bytes, and no copy with a
 * person's number lies about.
 */
export async function receiptPdf(facts: ReceiptFacts, publicOrigin: string): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'id-ID',
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: {
      Title: `Bukti Penerimaan Elektronik ${facts.number}`,
      Author: 'Sampai',
      CreationDate: facts.submittedAt,
      ModDate: facts.submittedAt,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', {}, () => drawTitle(doc)));
  for (const row of rowsOf(facts)) root.add(doc.struct('P', {}, () => drawRow(doc, row)));
  drawProof(doc, root, facts, verifyUrl(publicOrigin, facts.number));
  root.end();
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}

function rowsOf(facts: ReceiptFacts): Row[] {
  const [status, statusInEnglish] = STATUS[facts.outcome];
  const amount = facts.balance < 0n ? -facts.balance : facts.balance;
  return [
    { label: 'Nomor Tanda Terima Elektronik', gloss: 'Receipt number', value: facts.number },
    { label: 'Nama', gloss: 'Name', value: printable(facts.taxpayerName) },
    { label: 'NPWP', gloss: 'Taxpayer number', value: facts.identifier },
    { label: 'Jenis SPT', gloss: 'Return', value: `SPT Tahunan PPh Orang Pribadi ${FORM_NAMES[facts.form]}` },
    { label: 'Tahun Pajak', gloss: 'Tax year', value: String(facts.taxYear) },
    { label: 'Masa Pajak', gloss: 'Tax period', value: 'Januari - Desember' },
    {
      label: 'Pembetulan ke-',
      gloss: 'Amendment',
      value: facts.amendment === 0 ? 'Normal' : String(facts.amendment),
    },
    { label: 'Status SPT', gloss: 'Outcome', value: `${status} (${statusInEnglish})` },
    { label: 'Nominal', gloss: 'Amount', value: rupiah(amount) },
    { label: 'Tanggal Penyampaian', gloss: 'Submitted', value: inWib(facts.submittedAt) },
  ];
}

function drawTitle(doc: PDFKit.PDFDocument): void {
  doc.fillColor(QUIET).font('Helvetica').fontSize(10).text('Sampai');
  doc.moveDown(0.4).fillColor(INK).font('Helvetica-Bold').fontSize(20).text('BUKTI PENERIMAAN ELEKTRONIK');
  doc
    .fillColor(QUIET)
    .font('Helvetica')
    .fontSize(10)
    .text('Electronic receipt of a tax return')
    .moveDown(1.4);
}

function drawRow(doc: PDFKit.PDFDocument, { label, gloss, value }: Row): void {
  const top = doc.y;
  const right = doc.page.width - MARGIN;
  doc.moveTo(MARGIN, top).lineTo(right, top).lineWidth(0.5).strokeColor(LINE).stroke();
  doc
    .fillColor(INK)
    .font('Helvetica')
    .fontSize(10.5)
    .text(label, MARGIN, top + 8, { width: LABEL_WIDTH });
  doc.fillColor(QUIET).fontSize(8).text(gloss, { width: LABEL_WIDTH });
  const below = doc.y;
  const valueAt = MARGIN + LABEL_WIDTH;
  doc
    .fillColor(INK)
    .font('Helvetica-Bold')
    .fontSize(11.5)
    .text(value, valueAt, top + 8, { width: right - valueAt });
  doc.x = MARGIN;
  doc.y = Math.max(below, doc.y) + 7;
}

function drawProof(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  facts: ReceiptFacts,
  url: string,
): void {
  const top = doc.y + 22;
  const besides = MARGIN + QR_SIDE + 22;
  const width = doc.page.width - MARGIN - besides;
  root.add(doc.struct('Figure', { alt: `QR: ${url}` }, () => drawQr(doc, url, MARGIN, top)));
  root.add(
    doc.struct('P', {}, () => {
      doc.fillColor(INK).font('Helvetica-Bold').fontSize(10.5);
      doc.text('Periksa keaslian tanda terima ini', besides, top, { width });
      doc
        .fillColor(QUIET)
        .font('Helvetica')
        .fontSize(9)
        .text('Check that this receipt is genuine', { width });
      doc.moveDown(0.3).fillColor(INK).text(url, { width, link: url }).moveDown(0.8);
      doc.fillColor(QUIET).text('Sidik isi SPT / content digest (SHA-256)', { width });
      doc.fillColor(INK).font('Courier').fontSize(8).text(facts.digest, { width });
    }),
  );
  root.add(
    doc.struct('P', {}, () => {
      doc.fillColor(INK).font('Helvetica').fontSize(10);
      doc.text(
        'Terima kasih telah menyampaikan SPT. Simpan tanda terima ini sebagai bukti bahwa SPT Anda sudah sampai.',
        MARGIN,
        top + QR_SIDE + 30,
      );
      doc
        .fillColor(QUIET)
        .fontSize(9)
        .text('Thank you for filing. Keep this receipt: it proves that your return arrived.');
    }),
  );
}

/** The symbol as vector squares: sharp at every size, and the number in it stays out of image files. */
function drawQr(doc: PDFKit.PDFDocument, text: string, left: number, top: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = QR_SIDE / (modules.size + 2 * QR_QUIET_ZONE);
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        doc.rect(left + (column + QR_QUIET_ZONE) * side, top + (row + QR_QUIET_ZONE) * side, side, side);
  doc.fill('#000000');
}

function inWib(at: Date): string {
  const format = new Intl.DateTimeFormat('id-ID', {
    timeZone: 'Asia/Jakarta',
    dateStyle: 'long',
    timeStyle: 'medium',
  });
  return `${format.format(at)} WIB`;
}

/** The standard fonts know Western European letters only: others lose their marks, or become a question mark. */
function printable(text: string): string {
  const plain = (letter: string) => letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return text
    .normalize('NFC')
    .replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, (letter) =>
      plain(letter).replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?'),
    );
}
