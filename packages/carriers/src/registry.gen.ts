// Written by `node src/write-registry.ts` from the folders of sms/ and email/. Not to be edited.
import type { z } from 'zod';
import type { Carrier, Sender } from './contract.ts';
import { carrier as smtp } from './email/smtp/index.ts';
import { carrier as smpp } from './sms/smpp/index.ts';

export const ROUTE_CONFIGS = [smtp.config, smpp.config] as const;

export type RouteConfig = z.infer<(typeof ROUTE_CONFIGS)[number]>;

/** Opens a route with the carrier of its kind. */
export function openRoute(route: RouteConfig, sender: Sender): Promise<Carrier> {
  switch (route.kind) {
    case 'smtp':
      return smtp.open(route, sender);
    case 'smpp':
      return smpp.open(route, sender);
  }
}
