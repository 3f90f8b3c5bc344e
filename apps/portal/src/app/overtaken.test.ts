import { InMemoryCache } from '@apollo/client';
import { expect, it } from 'vitest';
import { TokenDocument, type TokenViewFragment } from '../generated/tokens.ts';
import { neverBack } from './overtaken.ts';

const sent = named('TokenMessage', {
  channel: 'SMS',
  maskedAddress: '0856••••5678',
  via: 'Indosat',
  state: 'SENT_ON',
  cause: 'ASKED',
  queuedAt: '2025-03-31T02:31:00Z',
  sentOnAt: '2025-03-31T02:31:01Z',
  deliveredAt: null,
  waitsForUs: false,
  unheard: false,
  refusedForGood: false,
  usualSeconds: null,
  health: 'GREEN',
  reason: null,
} satisfies TokenViewFragment['messages'][number]);
const open = named('VerificationToken', {
  id: 'token',
  purpose: 'CONFIRM_CHANNEL',
  state: 'OPEN',
  reference: 'U6',
  attemptsLeft: 5,
  validUntil: null,
  windowPassed: false,
  endsAt: '2025-03-31T04:01:00Z',
  resendAt: '2025-03-31T02:32:00Z',
  resendWays: [named('ResendWay', { channel: 'SMS' as const, at: '2025-03-31T02:32:00Z' })],
  messages: [sent],
  advice: null,
  moved: null,
} satisfies TokenViewFragment);
const arrived = { ...sent, state: 'DELIVERED' as const, deliveredAt: '2025-03-31T02:31:05Z' };
const taken = {
  ...open,
  state: 'VERIFIED' as const,
  attemptsLeft: 4,
  validUntil: '2025-03-31T02:41:05Z',
  messages: [arrived],
};

/** As it comes from the API, for which documents are asked with their type names. */
function named<Data extends object>(__typename: string, data: Data): Data {
  return Object.assign(data, { __typename });
}

/** What the cache holds of a token after these news, in this order. */
function after(...news: TokenViewFragment[]): TokenViewFragment | null | undefined {
  const cache = new InMemoryCache({ typePolicies: neverBack });
  for (const token of news)
    cache.writeQuery({ query: TokenDocument, variables: { id: 'token' }, data: { token } });
  return cache.readQuery({ query: TokenDocument, variables: { id: 'token' } })?.token;
}

it('takes news in their order', () => {
  expect(after(open, taken)).toEqual(taken);
});

it('keeps what was taken or arrived when an older answer comes later', () => {
  expect(after(open, taken, open)).toMatchObject({
    state: 'VERIFIED',
    attemptsLeft: 4,
    validUntil: taken.validUntil,
    messages: [arrived],
  });
});

it('keeps a message that was asked for again when an answer from before comes later', () => {
  const again = { ...open, messages: [arrived, { ...sent, cause: 'ASKED_AGAIN' as const }] };
  expect(after(again, open)?.messages).toHaveLength(2);
});

it('opens an expired code again: asked for once more, it has a new window', () => {
  const expired = { ...open, state: 'EXPIRED' as const, validUntil: '2025-03-31T02:41:00Z' };
  const reopened = { ...open, validUntil: '2025-03-31T02:55:00Z' };
  expect(after(expired, reopened)).toMatchObject({ state: 'OPEN', validUntil: '2025-03-31T02:55:00Z' });
});

it('lets a message be late, and arrive after all', () => {
  const late = { ...open, messages: [{ ...sent, state: 'LATE' as const }] };
  expect(after(open, late)?.messages[0]?.state).toBe('LATE');
  expect(after(open, late, { ...open, messages: [arrived] })?.messages).toEqual([arrived]);
});
