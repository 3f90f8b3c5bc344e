import { expect, test } from 'vitest';
import { type RecipientReport, reportFor } from './report-for.ts';

const SITI = 'siti@pajak.example';
const GONE = { scope: 'recipient' } as const;
const STOPPED = { scope: 'lane', signal: 'stop', limit: 'ip' } as const;

/** A row as servers write it: addresses without their type. */
function row(
  action: RecipientReport['action'],
  { final, original, refusal = action === 'failed' || action === 'delayed' ? GONE : null }: Wish = {},
): RecipientReport {
  const typed = (address?: string) => (address === undefined ? null : `rfc822; ${address}`);
  return {
    action,
    status: null,
    diagnostic: action,
    original: typed(original),
    final: typed(final),
    refusal,
  };
}
type Wish = { final?: string; original?: string; refusal?: RecipientReport['refusal'] };

test.each([
  ['delivered', 'to somebody else', [row('delivered', { final: 'budi@x.id' })]],
  ['delayed', 'of somebody else', [row('delayed', { final: 'budi@x.id' })]],
  ['relayed', 'to somebody else', [row('relayed', { final: 'budi@x.id' })]],
  ['delivered', 'and says not to whom', [row('delivered')]],
  ['relayed', 'and says not to whom', [row('relayed')]],
  ['failed', 'which somebody else had written', [row('failed', { final: 'b@x.id', original: 'a@x.id' })]],
  [
    'failed',
    'while another mailbox that it led to has it',
    [row('failed', { final: 'a@x.id' }), row('delivered', { final: 'b@x.id' })],
  ],
])('%s %s says nothing of our mail', (_, __, rows) => {
  expect(reportFor(rows, SITI)).toBeUndefined();
});

test.each([
  ['of several recipients our own', [row('failed', { final: 'b@x.id' }), row('delivered', { final: SITI })]],
  ['whom we wrote to, wherever that led', [row('delivered', { final: 'siti@x.id', original: SITI })]],
  [
    'whom we wrote to, before the one that the mail ended at',
    [
      row('failed', { final: SITI, original: 'list@x.id' }),
      row('delivered', { final: 'b@x.id', original: SITI }),
    ],
  ],
  ['in capitals', [row('delivered', { final: 'SITI@Pajak.Example' })]],
])('the row that counts is that of %s', (_, rows) => {
  expect(reportFor(rows, SITI)).toEqual({
    ...{ action: 'delivered', status: null, diagnostic: 'delivered', refusal: null },
  });
});

test('of several rows of ours a failed one counts, then one that is still tried', () => {
  const rows = (['delivered', 'delayed', 'failed'] as const).map((action) => row(action, { final: SITI }));
  expect(reportFor(rows, SITI)?.action).toBe('failed');
  expect(reportFor(rows.slice(0, 2), SITI)?.action).toBe('delayed');
});

test('what went wrong and names nobody is ours: the return path has named the mail', () => {
  expect(reportFor([row('failed', { refusal: STOPPED })], SITI)).toMatchObject({
    ...{ action: 'failed', refusal: STOPPED },
  });
  expect(reportFor([row('delayed')], SITI)).toMatchObject({ action: 'delayed' });
});

test('a forward that failed has failed, and says nothing of our address and its provider', () => {
  const lost = row('failed', { final: 'budi@x.id', refusal: STOPPED });
  expect(reportFor([lost], SITI)).toMatchObject({ action: 'failed', refusal: { scope: 'message' } });
  expect(reportFor([lost, { ...lost, final: 'rfc822; b@x.id' }], SITI)).toMatchObject({ action: 'failed' });
});

test('what our own address led to speaks of that address, and not of the pace of its provider', () => {
  const led = (refusal: RecipientReport['refusal'], final = 'siti@x.id') =>
    reportFor([row('failed', { final, original: SITI, refusal })], SITI)?.refusal;
  expect(led(GONE)).toEqual(GONE);
  expect(led(STOPPED)).toEqual({ scope: 'message' });
  expect(led(STOPPED, 'siti.aminah@pajak.example')).toEqual(STOPPED);
});
