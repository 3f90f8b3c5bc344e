import { expect, it } from 'vitest';
import { mayUse } from './may-use.ts';

const flow = new Uint8Array(32).fill(7);
const token = { subject: 'taxpayer:a', flowHash: flow };

it.each([
  ['nobody in particular', { subject: null, flowHash: null }],
  ['a session of somebody else', { subject: 'taxpayer:b', flowHash: null }],
  ['another flow', { subject: null, flowHash: new Uint8Array(32).fill(8) }],
  ['a part of the flow', { subject: null, flowHash: flow.subarray(0, 31) }],
  ['an empty flow', { subject: null, flowHash: new Uint8Array(0) }],
])('is not for %s', (_, viewer) => {
  expect(mayUse(token, viewer)).toBe(false);
});

it('without a flow is for no flow, an absent one included', () => {
  expect(mayUse({ ...token, flowHash: null }, { subject: null, flowHash: null })).toBe(false);
  expect(mayUse({ ...token, flowHash: null }, { subject: null, flowHash: flow })).toBe(false);
});

it('is for the flow that asked, and for a session of its subject', () => {
  expect(mayUse(token, { subject: null, flowHash: Uint8Array.from(flow) })).toBe(true);
  expect(mayUse(token, { subject: 'taxpayer:a', flowHash: null })).toBe(true);
});
