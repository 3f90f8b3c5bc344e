import { describe, expect, it } from 'vitest';
import { type FailoverFacts, judgeFailover } from './judge-failover.ts';

const other = { inOrder: true, used: false, price: 0n };
const facts = (more: Partial<FailoverFacts> = {}): FailoverFacts => ({
  ...{
    purpose: 'SUBMIT_RETURN',
    reason: 'no-progress',
    routeLeft: false,
    ofAddress: false,
    ownPrice: 0n,
    numberIsFull: false,
    other,
    messages: 1,
  },
  ...more,
});
const judge = (more: Partial<FailoverFacts>) => judgeFailover(facts(more), { messages: 6 });

describe('a message that does not get on', () => {
  it('takes the next route first, whatever it is for', () => {
    for (const purpose of ['SUBMIT_RETURN', 'CONFIRM_CHANNEL', 'RESET_PASSWORD'] as const)
      expect(judge({ purpose, routeLeft: true })).toBe('other-route');
  });

  it('then the other confirmed channel, for a submission and a sign-in (R46, R68)', () => {
    expect(judge({})).toBe('other-channel');
    expect(judge({ purpose: 'SIGN_IN' })).toBe('other-channel');
  });

  it.each([
    ['the whole provider refuses us', { reason: 'provider-refusal' }],
    ['the address is refused', { reason: 'refused', ofAddress: true }],
  ] as const)('goes there at once where %s', (_, more) => {
    expect(judge({ ...more, routeLeft: true })).toBe('other-channel');
  });

  it('takes the next route where one route refused it, and not its address', () => {
    expect(judge({ reason: 'refused', routeLeft: true })).toBe('other-route');
    expect(judge({ reason: 'refused', routeLeft: true, purpose: 'CONFIRM_CHANNEL' })).toBe('other-route');
    expect(judge({ reason: 'refused' })).toBe('other-channel');
  });

  it.each(['CONFIRM_CHANNEL', 'CHANGE_CHANNEL', 'REGISTER', 'RESET_PASSWORD'] as const)(
    'never leaves its channel where it is for %s',
    (purpose) => {
      expect(judge({ purpose, reason: 'provider-refusal' })).toBe('none');
    },
  );

  it('never costs the taxpayer: a priced channel is offered (R71)', () => {
    expect(judge({ other: { ...other, price: 350n } })).toBe('offer');
  });

  it('never costs the taxpayer: where each SMS has a price, no second one is sent by another route (R71)', () => {
    const priced = { routeLeft: true, ownPrice: 350n };
    expect(judge(priced)).toBe('other-channel');
    expect(judge({ ...priced, reason: 'refused' })).toBe('other-channel');
    expect(judge({ ...priced, other: null })).toBe('none');
  });

  it("spares a number that nobody has proven to own more than the hour's SMS, and never its owner's code", () => {
    const full = { routeLeft: true, numberIsFull: true };
    expect(judge({ ...full, purpose: 'CONFIRM_CHANNEL' })).toBe('none');
    expect(judge(full)).toBe('other-route');
  });

  it.each([
    ['there is no other channel', { other: null }],
    ['the other lane is in trouble as well', { other: { ...other, inOrder: false } }],
    ['the code went there already', { other: { ...other, used: true } }],
    ['six messages have gone out', { messages: 6 }],
  ] as const)('stays where it is where %s', (_, more) => {
    expect(judge(more)).toBe('none');
  });
});
