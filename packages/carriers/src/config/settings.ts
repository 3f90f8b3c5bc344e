import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Sender } from '../contract.ts';
import { ROUTE_CONFIGS, type RouteConfig } from '../registry.gen.ts';
import { digestOf } from './canonical.ts';

/** By name, `tls.ca` for what lies deeper; what is too long to read is told by its digest. */
export type Settings = Record<string, string>;

/** Passwords change without the route, lanes are let in one by one, and the agreed rate is only what a run presses by. */
const NOT_THE_ROUTE = ['name', 'lanes', 'bundled', 'password', 'passwordEnv', 'agreedRate'];
const LONGEST = 120;
const known = z.discriminatedUnion('kind', ROUTE_CONFIGS);

/**
 * What makes a route the one that was certified, without any secret: where it leads, by which account, how, and in whose name. What
 * stands at its default is left out, so that a setting which a later version brings changes no route.
 */
export function settingsOf(route: RouteConfig, sender: Sender): Settings {
  const written: Record<string, unknown> = JSON.parse(JSON.stringify({ ...route, password: undefined }));
  const own = Object.entries(written).filter(
    ([key]) => !NOT_THE_ROUTE.includes(key) && !isDefault(written, key),
  );
  return flat([...own, ...Object.entries(signed(route, sender)).map(([key, its]) => [`sender.${key}`, its])]);
}

/** Changes with every change of its settings, and with nothing else. */
export const routeDigest = (route: RouteConfig, sender: Sender): string =>
  digestOf(settingsOf(route, sender));

/** The part of the sender that a carrier sees. */
function signed(route: RouteConfig, { name, address, bounceDomain }: Sender): Partial<Sender> {
  if (route.kind === 'smtp') return { name, address, ...(bounceDomain !== undefined && { bounceDomain }) };
  return route.source === undefined ? { name } : {};
}

function isDefault(written: Record<string, unknown>, key: string): boolean {
  const { [key]: its, ...others } = written;
  const without = known.safeParse(others);
  return without.success && isDeepStrictEqual((without.data as Record<string, unknown>)[key], its);
}

const flat = (entries: unknown[][], above = ''): Settings =>
  Object.assign(
    {},
    ...entries.map(([key, its]) =>
      typeof its === 'object' && its !== null && !Array.isArray(its)
        ? flat(Object.entries(its), `${above}${key}.`)
        : { [`${above}${key}`]: readable(its) },
    ),
  );

function readable(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `sha256 ${digestOf(text)}` : text;
}
