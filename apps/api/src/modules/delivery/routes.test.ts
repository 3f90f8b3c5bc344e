import type { CarriersConfig, openCarrier } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { fakeCarrier } from '#testing/fake-carrier';
import { openRoutes } from './routes.ts';

const route = (name: string, kind: 'smpp' | 'smtp', ...lanes: string[]) => ({
  name,
  kind,
  lanes,
  originLine: true,
  receipts: true,
  bundled: true,
});
const config = {
  sender: { name: 'Sampai', address: 'sampai@pajak.example', host: 'portal.example' },
  routes: [
    route('telkomsel', 'smpp', 'sms:telkomsel'),
    route('aggregator', 'smpp', 'sms:*'),
    route('relay', 'smtp', 'mail:*'),
  ],
} as unknown as CarriersConfig;
const open = (async ({ name }: { name: string }) =>
  fakeCarrier(name, 'SMS')) as unknown as typeof openCarrier;

describe('the route of a message', () => {
  it('does not exist for a lane that no route serves', async () => {
    const only = { ...config, routes: config.routes.slice(0, 1) };
    expect((await openRoutes(only, open)).pick('sms:tri', 1)).toBeUndefined();
  });

  it('is one of those that serve its lane, another one at each attempt', async () => {
    const { pick } = await openRoutes(config, open);
    expect([1, 2, 3, 0].map((attempt) => pick('sms:telkomsel', attempt)?.name)).toEqual([
      ...['telkomsel', 'aggregator', 'telkomsel', 'telkomsel'],
    ]);
    expect([1, 2].map((attempt) => pick('sms:tri', attempt)?.name)).toEqual(['aggregator', 'aggregator']);
    expect(pick('mail:gmail', 1)).toMatchObject({ name: 'relay', receipts: false, originLine: false });
  });

  it('is not one that its provider refuses by its IP, while another one is left', async () => {
    const { left, pick, rest } = await openRoutes(config, open);
    expect(left('sms:telkomsel', ['telkomsel'])).toBe(true);
    rest('telkomsel', 'sms:telkomsel');
    expect([1, 2].map((attempt) => pick('sms:telkomsel', attempt)?.name)).toEqual([
      'aggregator',
      'aggregator',
    ]);
    expect(left('sms:telkomsel', ['aggregator'])).toBe(false);
    expect(left('mail:gmail', ['relay'])).toBe(false);
  });

  it('is not one that everybody knows to be closed, nor is that one left; it is tried when its turn has come', async () => {
    const { know, left, pick, toProbe } = await openRoutes(config, open);
    const closed = { lane: 'sms:telkomsel', route: 'telkomsel', state: 'CLOSED', rests: false } as const;
    know([{ ...closed, probeDue: true }]);
    expect([1, 2].map((attempt) => pick('sms:telkomsel', attempt)?.name)).toEqual([
      ...['aggregator', 'aggregator'],
    ]);
    expect(left('sms:telkomsel', ['aggregator'])).toBe(false);
    expect([1, 2].map(() => toProbe('sms:telkomsel')?.route.name)).toEqual(['telkomsel', undefined]);
    know([{ ...closed, probeDue: false }]);
    expect(toProbe('sms:telkomsel')).toBeUndefined();
    know([]);
    expect(pick('sms:telkomsel', 1)?.name).toBe('telkomsel');
  });

  it('is none that is closed as a whole, which is tried as a whole and not by each lane', async () => {
    const { know, pick, toProbe } = await openRoutes(config, open);
    const closed = { route: 'telkomsel', state: 'CLOSED', rests: false } as const;
    know([
      { ...closed, lane: '*', probeDue: false },
      { ...closed, lane: 'sms:telkomsel', probeDue: true },
    ]);
    expect(pick('sms:telkomsel', 1)?.name).toBe('aggregator');
    expect(toProbe('sms:telkomsel')).toBeUndefined();
    know([{ ...closed, lane: '*', probeDue: true }]);
    expect(toProbe('sms:telkomsel')).toMatchObject({ place: '*', route: { name: 'telkomsel' } });
  });

  it('is the only one there is, closed or not, and needs no trying then', async () => {
    const { know, pick, toProbe } = await openRoutes(config, open);
    const state = { state: 'CLOSED', rests: false, probeDue: true } as const;
    know([{ lane: 'mail:gmail', route: 'relay', ...state }]);
    expect(pick('mail:gmail', 1)?.name).toBe('relay');
    expect(toProbe('mail:gmail')).toBeUndefined();
  });
});
