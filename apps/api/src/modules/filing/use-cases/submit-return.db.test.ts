import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDigest } from '../digest.ts';
import { type Bench, openBench } from '../testing/bench.ts';
import { COMPLETE, draftOf, submitAs, tokenFor } from '../testing/steps.ts';
import { MAIL_RECEIPT, type SubmitRequest } from './submit-return.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** A complete draft, its token, and a submission that would pass. */
async function ready() {
  const person = await bench.person();
  const draft = await draftOf(bench, person);
  const { id: tokenId } = await tokenFor(bench, person, draft.id);
  const code = await bench.codeOf(tokenId);
  const request: SubmitRequest = {
    ...{ returnId: draft.id, version: draft.version, statementAccepted: true },
    token: { tokenId, code },
  };
  const wrong = { tokenId, code: code === '000000' ? '000001' : '000000' };
  return { person, draft, request, wrong };
}

async function expectUntouched(
  { person, draft, request }: Awaited<ReturnType<typeof ready>>,
  attemptsLeft = 5,
) {
  expect(await bench.filing.taxReturn(person.taxpayerId, draft.id)).toEqual(draft);
  expect(await bench.tokenOf(person, request.token.tokenId)).toMatchObject({ attemptsLeft });
}

describe('a submission that cannot go', () => {
  it.each(['', 'nonsense', '\u0000', crypto.randomUUID()])(
    'for %j, which is nobody’s, is refused',
    async (returnId) => {
      const case_ = await ready();
      const outcome = await bench.filing.submitReturn(case_.person, { ...case_.request, returnId });
      expect(outcome).toEqual({ verdict: 'refuse', refusal: { code: 'NOT_FOUND', field: 'returnId' } });
      await expectUntouched(case_);
    },
  );

  it('for another person’s return is as if it did not exist, with the right code too', async () => {
    const case_ = await ready();
    const outcome = await bench.filing.submitReturn(await bench.person(), case_.request);
    expect(outcome).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    await expectUntouched(case_);
  });

  it('on an older version shows what stands and costs no attempt', async () => {
    const case_ = await ready();
    const outcome = await bench.filing.submitReturn(case_.person, { ...case_.request, version: 1 });
    expect(outcome).toMatchObject({
      verdict: 'stale',
      current: { id: case_.draft.id, version: case_.draft.version },
    });
    await expectUntouched(case_);
  });

  it('without the statement is refused and costs no attempt', async () => {
    const case_ = await ready();
    const outcome = await bench.filing.submitReturn(case_.person, {
      ...case_.request,
      statementAccepted: false,
    });
    expect(outcome).toMatchObject({ refusal: { code: 'INVALID_INPUT', field: 'statementAccepted' } });
    await expectUntouched(case_);
  });

  it('of an incomplete return says what is missing and costs no attempt', async () => {
    const { person, draft, request } = await ready();
    const facts = { ptkp: 'K/1' };
    await bench.filing.saveReturn(person.taxpayerId, { returnId: draft.id, version: draft.version, facts });
    const outcome = await bench.filing.submitReturn(person, { ...request, version: draft.version + 1 });
    expect(outcome).toMatchObject({
      verdict: 'incomplete',
      view: { findings: [{ field: 'A1', code: 'MISSING' }] },
    });
  });

  it('with a code for what the return said before says that it changed (R26)', async () => {
    const { person, draft, request } = await ready();
    const facts = { ...COMPLETE, C12: '1' };
    await bench.filing.saveReturn(person.taxpayerId, { returnId: draft.id, version: draft.version, facts });
    const outcome = await bench.filing.submitReturn(person, { ...request, version: draft.version + 1 });
    expect(outcome).toEqual({ verdict: 'refuse', refusal: { code: 'RETURN_CHANGED' } });
  });

  it('with a code for another return of the same person is refused and costs no attempt', async () => {
    const case_ = await ready();
    const other = await draftOf(bench, case_.person, COMPLETE, 2023);
    const attempt = { ...case_.request, returnId: other.id, version: other.version };
    expect(await bench.filing.submitReturn(case_.person, attempt)).toMatchObject({
      refusal: { code: 'RETURN_CHANGED' },
    });
    await expectUntouched(case_);
  });

  it.each(['', '\u0000', 'x'.repeat(5000), 'AAAAAAAAAAAAAAAAAAAAAA'])(
    'with the token %.20j is refused',
    async (tokenId) => {
      const case_ = await ready();
      const attempt = { ...case_.request, token: { ...case_.request.token, tokenId } };
      expect(await bench.filing.submitReturn(case_.person, attempt)).toMatchObject({
        refusal: { code: 'NOT_FOUND', field: 'tokenId' },
      });
      await expectUntouched(case_);
    },
  );

  it('with another person’s token is as if that did not exist', async () => {
    const [case_, other] = [await ready(), await ready()];
    const attempt = { ...case_.request, token: other.request.token };
    expect(await bench.filing.submitReturn(case_.person, attempt)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    await expectUntouched(other);
  });

  it.each(['', '12345', 'abcdef', '1'.repeat(1000)])('with the code %.20j costs no attempt', async (code) => {
    const case_ = await ready();
    const attempt = { ...case_.request, token: { ...case_.request.token, code } };
    expect(await bench.filing.submitReturn(case_.person, attempt)).toMatchObject({
      verdict: 'code',
      outcome: { verdict: 'malformed' },
    });
    await expectUntouched(case_);
  });

  it('with a wrong code counts the attempt and changes nothing else, and the fifth locks', async () => {
    const case_ = await ready();
    const attempt = { ...case_.request, token: case_.wrong };
    for (const attemptsLeft of [4, 3, 2, 1]) {
      const outcome = await bench.filing.submitReturn(case_.person, attempt);
      expect(outcome).toMatchObject({ verdict: 'code', outcome: { verdict: 'wrong', attemptsLeft } });
      await expectUntouched(case_, attemptsLeft);
    }
    const locked = { verdict: 'code', outcome: { verdict: 'refused', code: 'TOKEN_LOCKED' } };
    expect(await bench.filing.submitReturn(case_.person, attempt)).toEqual(locked);
    expect(await bench.filing.submitReturn(case_.person, case_.request)).toEqual(locked);
    await expectUntouched(case_, 0);
  });
});

describe('a submission that goes', () => {
  it('gives a receipt over exactly what was said', async () => {
    const { person, draft, request } = await ready();
    const outcome = await bench.filing.submitReturn(person, request);
    expect(outcome).toMatchObject({
      verdict: 'receipt',
      receipt: {
        number: expect.stringMatching(/^\d{20}$/),
        digest: contentDigest(draft),
        ...{ outcome: 'UNDERPAID', balance: 55_000n },
      },
    });
    expect(await bench.filing.taxReturn(person.taxpayerId, draft.id)).toMatchObject({
      ...{
        state: 'SUBMITTED',
        version: draft.version,
        facts: COMPLETE,
        figures: draft.figures,
        findings: [],
      },
      ...{ outcome: 'UNDERPAID', balance: 55_000n },
    });
  });

  it('pressed many times at once gives one receipt', async () => {
    const { person, request } = await ready();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => bench.filing.submitReturn(person, request)),
    );
    const numbers = outcomes.map((outcome) =>
      outcome.verdict === 'receipt' ? outcome.receipt.number : outcome,
    );
    expect(new Set(numbers).size).toBe(1);
    const receipts = await bench.database.query('SELECT FROM receipt WHERE return_id = $1', [
      request.returnId,
    ]);
    expect(receipts).toHaveLength(1);
  });

  it('pressed again gives the same receipt whatever the code, the version and the statement', async () => {
    const { person, request, wrong } = await ready();
    const first = await bench.filing.submitReturn(person, request);
    const nonsense = { tokenId: '\u0000', code: '' };
    for (const token of [request.token, wrong, nonsense])
      expect(await bench.filing.submitReturn(person, { ...request, token })).toEqual(first);
    const careless = { ...request, version: 99, statementAccepted: false };
    expect(await bench.filing.submitReturn(person, careless)).toEqual(first);
  });

  it('is kept by the database itself against every change', async () => {
    const { id, receipt } = await submitAs(bench, await bench.person());
    for (const change of [
      `UPDATE tax_return SET facts = '{}' WHERE id = '${id}'`,
      `UPDATE tax_return SET state = 'DRAFT' WHERE id = '${id}'`,
      `DELETE FROM tax_return WHERE id = '${id}'`,
      `UPDATE receipt SET balance = 0 WHERE number = '${receipt.number}'`,
      `DELETE FROM receipt WHERE number = '${receipt.number}'`,
      'TRUNCATE receipt',
    ])
      await expect(bench.database.query(change), change).rejects.toMatchObject({ code: '42501' });
  });

  it('stands in the audit without an amount, and leaves a job to mail the receipt', async () => {
    const person = await bench.person();
    const { id, receipt } = await submitAs(bench, person);
    const rows = await bench.database.query(
      "SELECT actor, subject, detail FROM audit_entry WHERE action = 'return.submitted' AND subject = $1",
      [`taxpayer:${person.taxpayerId}`],
    );
    const digest = Buffer.from(receipt.digest).toString('hex');
    const detail = {
      return: id,
      receipt: receipt.number,
      form: '1770SS',
      taxYear: 2022,
      amendment: 0,
      digest,
    };
    expect(rows).toEqual([
      { actor: `taxpayer:${person.taxpayerId}`, subject: `taxpayer:${person.taxpayerId}`, detail },
    ]);
    const jobs = await bench.database.query(
      'SELECT task_identifier FROM graphile_worker.jobs WHERE key = $1',
      [`${MAIL_RECEIPT}:${receipt.number}`],
    );
    expect(jobs).toEqual([{ task_identifier: MAIL_RECEIPT }]);
  });
});
