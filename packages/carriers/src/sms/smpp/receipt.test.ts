import { expect, test } from 'vitest';
import { makeSentIds, twinsOf } from './ids.ts';
import { readReceipt } from './receipt.ts';
import { absoluteTime } from './submit.ts';

const RECEIPT = 0x04;
const read = (text: string, more: object = {}) =>
  readReceipt({ esm_class: RECEIPT, data_coding: 0, short_message: Buffer.from(text, 'latin1'), ...more });

test.each([
  [
    'the standard',
    'id:A1b2 sub:001 dlvrd:001 submit date:2411211753 done date:2411211754 stat:DELIVRD err:000 text:kode',
    'delivered',
    '2411211754',
  ],
  [
    '12 digits',
    'id:A1b2 sub:001 dlvrd:001 submit date:241121175301 done date:241121175402 stat:DELIVRD err:000',
    'delivered',
    '241121175402',
  ],
  [
    'no spaces',
    'id:A1b2 sub:1 dlvrd:1 submitdate:2411211753 donedate:2411211754 stat:DELIVRD err:0',
    'delivered',
    '2411211754',
  ],
  ['other letters', 'ID: A1b2 STAT: Delivered', 'delivered', undefined],
  ['undeliverable', 'id:A1b2 stat:UNDELIV err:000', 'undeliverable', undefined],
  ['deleted', 'id:A1b2 stat:DELETED err:000', 'undeliverable', undefined],
  ['expired', 'id:A1b2 stat:EXPIRED err:000', 'expired', undefined],
  ['rejected', 'id:A1b2 stat:REJECTD err:000', 'rejected', undefined],
  ['on its way', 'id:A1b2 stat:ENROUTE err:000', 'enroute', undefined],
  ['accepted', 'id:A1b2 stat:ACCEPTD err:000', 'enroute', undefined],
  ['a word nobody knows', 'id:A1b2 stat:WIBBLE err:000', 'unknown', undefined],
])('%s', (_, text, state, doneAt) => {
  expect(read(text)).toEqual({ providerIds: ['A1b2'], state, ...(doneAt && { doneAt }) });
});

test('the optional parameters are believed before the text, and suffice', () => {
  expect(read('id:77 stat:UNDELIV err:011', { receipted_message_id: '4d\0', message_state: 2 })).toEqual({
    providerIds: ['4d', '77'],
    state: 'delivered',
    networkError: '011',
  });
  expect(
    read('', { receipted_message_id: '4d', message_state: 5, network_error_code: Buffer.from([3, 1, 4]) }),
  ).toEqual({
    providerIds: ['4d'],
    state: 'undeliverable',
    networkError: '260',
  });
});

test('a receipt in UCS-2 or in message_payload is read', () => {
  const ucs2 = Buffer.from('id:9 stat:DELIVRD', 'utf16le').swap16();
  expect(read('', { short_message: ucs2, data_coding: 8 })).toMatchObject({
    providerIds: ['9'],
    state: 'delivered',
  });
  expect(read('', { message_payload: Buffer.from('id:9 stat:DELIVRD') })).toMatchObject({
    providerIds: ['9'],
  });
});

test('what somebody texts us is no receipt, nor is one that names nothing', () => {
  expect(
    readReceipt({ esm_class: 0, short_message: Buffer.from('id: saya, bukan receipt') }),
  ).toBeUndefined();
  expect(read('stat:DELIVRD')).toBeUndefined();
  expect(readReceipt({})).toBeUndefined();
});

test('hexadecimal and decimal spellings of an id find each other', () => {
  expect(twinsOf('576840132')).toEqual(expect.arrayContaining(['2261e1c4', '2261E1C4']));
  expect(twinsOf('2261E1C4')).toEqual(expect.arrayContaining(['576840132', '2261e1c4']));
  expect(twinsOf('11')).toEqual(expect.arrayContaining(['b', '0000000b', '0000000B', '000000000000000b']));
  expect(twinsOf('0000000B')).toContain('11');
  expect(twinsOf('PO-x_9')).toEqual([]);
});

test('an id that we sent is taken as it stands, so that no twin of it claims another message', () => {
  const ids = makeSentIds();
  ids.add('100');
  ids.add('64');
  expect(ids.meant(['100'])).toEqual(['100']);
  expect(ids.meant(['256'])).toEqual(['100']);
  expect(ids.meant(['999'])).toEqual(expect.arrayContaining(['999', '3e7', '2457']));
});

test('validity_period is absolute, in UTC, with tenths', () => {
  expect(absoluteTime(new Date('2023-05-26T18:00:07.450Z'))).toBe('230526180007400+');
});

test('a hundred thousand ids on, the last 50,000 are known and the first are not', () => {
  const ids = makeSentIds();
  for (let i = 0; i < 150_000; i += 1) ids.add(`PO-${i}`);
  expect(ids.meant(['x', 'PO-100001'])).toEqual(['PO-100001']);
  // Nobody remembers the first: the receipt may mean what it says, or its twins.
  expect(ids.meant(['x', 'PO-1'])).toEqual(['x', 'PO-1']);
});
