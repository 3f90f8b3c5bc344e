import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appNow } from '#platform/database';
import { type Bench, openBench } from '../testing/bench.ts';
import { submitAs } from '../testing/steps.ts';
import { contentRefOf } from './draw-receipt.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const mailJob = (number: string) => bench.filing.jobs['mail-receipt']({ number, locale: 'en' });
const messagesOf = async (number: string) =>
  bench.delivery.messages(bench.db.read, contentRefOf(number), await appNow(bench.db.read));

describe('checking a receipt', () => {
  it.each(['', 'abc', '\u0000', '1'.repeat(19), '9'.repeat(5000)])(
    '%.20j cannot be a number',
    async (number) => {
      expect(await bench.filing.checkReceipt(number)).toBeNull();
    },
  );

  it('of a number that was never given says so', async () => {
    expect(await bench.filing.checkReceipt('12345678901234567890')).toEqual({
      ...{ number: '12345678901234567890', genuine: false, form: null, taxYear: null, submittedAt: null },
    });
  });

  it('says which return arrived and when, and nothing of the person', async () => {
    const { receipt } = await submitAs(bench, await bench.person());
    const spaced = receipt.number.replace(/(.{4})/g, '$1 ');
    const { number, submittedAt } = receipt;
    expect(await bench.filing.checkReceipt(spaced)).toEqual({
      ...{ number, genuine: true, form: '1770SS', taxYear: 2022, submittedAt },
    });
  });
});

describe('the receipt as a document', () => {
  it('is drawn for its owner and for nobody else', async () => {
    const [owner, stranger] = [await bench.person(), await bench.person()];
    const { receipt } = await submitAs(bench, owner);
    const pdf = await bench.filing.receiptPdf(owner.taxpayerId, receipt.number);
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await bench.filing.receiptPdf(stranger.taxpayerId, receipt.number)).toBeNull();
    expect(await bench.filing.receiptPdf(owner.taxpayerId, '12345678901234567890')).toBeNull();
    expect(await bench.filing.receiptPdf(owner.taxpayerId, '../etc')).toBeNull();
  });
});

describe('mailing a receipt', () => {
  it('queues one message, however often the job runs', async () => {
    const { receipt } = await submitAs(bench, await bench.person());
    await mailJob(receipt.number);
    await mailJob(receipt.number);
    expect(await messagesOf(receipt.number)).toMatchObject([
      { channel: 'EMAIL', maskedAddress: 'b••i@gmail.com' },
    ]);
    const rows = await bench.database.query('SELECT kind, locale FROM message WHERE content_ref = $1', [
      contentRefOf(receipt.number),
    ]);
    expect(rows).toEqual([{ kind: 'RECEIPT', locale: 'en' }]);
  });

  it('hands the carrier one mail with the document in it', async () => {
    const { receipt } = await submitAs(bench, await bench.person());
    await mailJob(receipt.number);
    await bench.work();
    const isIt = ({ subject }: { subject?: string }) => subject?.startsWith('Electronic receipt');
    const mail = await bench.until(() =>
      bench.carriers.mail.sent.find((each) => isIt(each) && each.text.includes(receipt.number)),
    );
    expect(mail).toMatchObject({
      to: 'budi@gmail.com',
      attachments: [{ filename: `BPE-${receipt.number}.pdf` }],
    });
    await bench.until(async () => (await messagesOf(receipt.number))[0]?.sentOnAt);
  });

  it('queues nothing for a person without a mailbox', async () => {
    const { receipt } = await submitAs(bench, await bench.person({ sms: '+6281234561234' }));
    await mailJob(receipt.number);
    expect(await messagesOf(receipt.number)).toEqual([]);
  });

  it('says the number first, carries the document, and names no amount', async () => {
    const { receipt } = await submitAs(bench, await bench.person());
    const request = { ref: contentRefOf(receipt.number), channel: 'EMAIL', originHost: null } as const;
    const content = await bench.filing.contentOf({ ...request, locale: 'id' });
    if (content === null || content === 'dead') throw new Error('the receipt has no mail');
    expect(content.text.split('\n')[0]).toContain(receipt.number);
    expect(content.text).toContain(`https://portal.example/verify?number=${receipt.number}`);
    for (const amount of ['55.000', '58.000.000']) expect(content.text).not.toContain(amount);
    expect(content.attachments).toMatchObject([
      { filename: `BPE-${receipt.number}.pdf`, contentType: 'application/pdf' },
    ]);
    expect(await bench.filing.contentOf({ ...request, locale: 'en' })).toMatchObject({
      subject: 'Electronic receipt: return 1770 SS, tax year 2022',
    });
  });

  it('leaves references that are not a receipt’s to others', async () => {
    const request = { ref: 'some-token', channel: 'EMAIL', locale: 'id', originHost: null } as const;
    expect(await bench.filing.contentOf(request)).toBeNull();
    expect(await bench.filing.contentOf({ ...request, ref: 'receipt:1' })).toBe('dead');
  });
});

describe('a person’s returns', () => {
  it('are listed by pages, the one opened last first, and nobody else’s', async () => {
    const person = await bench.person();
    await submitAs(bench, await bench.person());
    for (const taxYear of [2021, 2022, 2023])
      await bench.filing.openReturn(person.taxpayerId, {
        form: '1770SS',
        taxYear,
        taxMonth: null,
        amends: null,
      });
    const page = (first: number, after: string | null = null, taxYear: number | null = null) =>
      bench.filing.taxReturns(person.taxpayerId, { taxYear, first, after });
    const years = ({ nodes }: { nodes: { taxYear: number }[] }) => nodes.map(({ taxYear }) => taxYear);

    const first = await page(2);
    expect(years(first)).toEqual([2023, 2022]);
    expect(first.hasNextPage).toBe(true);
    const second = await page(2, first.endCursor);
    expect(years(second)).toEqual([2021]);
    expect(second.hasNextPage).toBe(false);
    expect(years(await page(20, null, 2022))).toEqual([2022]);
    expect(years(await page(-5))).toEqual([2023]);
    expect(await page(20, 'nonsense')).toEqual({ nodes: [], endCursor: null, hasNextPage: false });
  });
});
