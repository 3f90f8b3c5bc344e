import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CarriersConfig } from '@sampai/carriers';
import { readCarriers } from '../lib/carriers-file.ts';
import { Refusal } from '../lib/refusal.ts';
import { DATA_DIR } from '../stack/settings.ts';

/** The carriers file: CARRIERS_FILE, else the one that `npm start` wrote. */
export function readRoutes(): CarriersConfig {
  const file = process.env.CARRIERS_FILE || path.join(DATA_DIR, 'carriers.json');
  if (!existsSync(file))
    throw new Refusal(`There is no carriers file at ${file}: set CARRIERS_FILE, or run npm start once.`);
  return readCarriers(file);
}

export function routeNamed({ routes }: CarriersConfig, name: string): CarriersConfig['routes'][number] {
  const route = routes.find((one) => one.name === name);
  if (route) return route;
  throw new Refusal(`No route is called ${name}: ${routes.map((one) => one.name).join(', ')}.`);
}
