import { describe, expect, it } from 'vitest';
import { whomItStops } from './whom-it-stops.ts';

describe('a provider that stops us', () => {
  it.each(['dkim', 'spf', 'url', null, undefined] as const)(
    'by our domain, or without saying by what (%s), stops the lane, whatever route is left',
    (limit) => {
      expect(whomItStops(limit, true)).toBe('lane');
    },
  );

  it.each(['ip', 'netblock'] as const)('by the %s of the only route in order stops the lane', (limit) => {
    expect(whomItStops(limit, false)).toBe('lane');
  });

  it.each(['ip', 'netblock'] as const)('by the %s of one of several stops that route alone', (limit) => {
    expect(whomItStops(limit, true)).toBe('route');
  });
});
