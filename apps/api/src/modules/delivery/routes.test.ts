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
    const { pick, restFor } = await openRoutes(config, open);
    expect(restFor('telkomsel', 'sms:telkomsel', 60)).toBe(true);
    expect([1, 2].map((attempt) => pick('sms:telkomsel', attempt)?.name)).toEqual([
      'aggregator',
      'aggregator',
    ]);
    expect(restFor('aggregator', 'sms:telkomsel', 60)).toBe(false);
    expect(restFor('relay', 'mail:gmail', 60)).toBe(false);
  });
});
