import { expect, it } from 'vitest';
import { type ActivationToken, currentAddresses, progressOf } from './currentTokens.ts';

const token = (
  id: string,
  channel: 'SMS' | 'EMAIL',
  state: ActivationToken['state'],
  queuedAt = '2025-03-31T02:31:00Z',
): ActivationToken => ({
  id,
  purpose: 'CONFIRM_CHANNEL',
  state,
  reference: 'A7',
  attemptsLeft: 5,
  validUntil: null,
  windowPassed: false,
  endsAt: '2025-03-31T04:00:00Z',
  resendAt: null,
  resendWays: [],
  advice: null,
  moved: null,
  messages: [
    {
      channel,
      maskedAddress: `${id}••`,
      via: 'Gmail',
      state: 'QUEUED',
      cause: 'ASKED',
      queuedAt,
      sentOnAt: null,
      deliveredAt: null,
      waitsForUs: false,
      unheard: false,
      refusedForGood: false,
      usualSeconds: null,
      health: 'GREEN',
      reason: null,
    },
  ],
});
const idsOf = (tokens: ActivationToken[]) => currentAddresses(tokens).map(({ token: { id } }) => id);

it('shows the phone before the mailbox', () => {
  expect(idsOf([token('mail', 'EMAIL', 'OPEN'), token('phone', 'SMS', 'OPEN')])).toEqual(['phone', 'mail']);
});

it('shows the address that replaced another, not the replaced one', () => {
  const replaced = token('old', 'EMAIL', 'CANCELLED', '2025-03-31T02:35:00Z');
  expect(idsOf([replaced, token('new', 'EMAIL', 'OPEN')])).toEqual(['new']);
});

it('shows the confirmed address before a later one that is not', () => {
  const later = token('later', 'SMS', 'OPEN', '2025-03-31T03:00:00Z');
  expect(idsOf([later, token('confirmed', 'SMS', 'VERIFIED')])).toEqual(['confirmed']);
});

it('lets the phone alone be enough', () => {
  expect(progressOf([token('phone', 'SMS', 'VERIFIED'), token('mail', 'EMAIL', 'OPEN')])).toEqual({
    asked: 2,
    confirmed: 1,
  });
  expect(progressOf([])).toEqual({ asked: 0, confirmed: 0 });
});
