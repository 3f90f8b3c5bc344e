import { existsSync, readdirSync, writeFileSync } from 'node:fs';

const HERE = new URL('.', import.meta.url);

/** The registry's text: every folder of sms/ and email/ with an index.ts is a carrier of the folder's name. */
export function registrySource(): string {
  const carriers = ['email', 'sms'].flatMap((channel) =>
    readdirSync(new URL(`${channel}/`, HERE), { withFileTypes: true })
      .filter((entry) => existsSync(new URL(`${channel}/${entry.name}/index.ts`, HERE)))
      .map((entry) => ({ name: entry.name, path: `./${channel}/${entry.name}/index.ts` }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  );
  const lines = (line: (carrier: { name: string; path: string }) => string) => carriers.map(line).join('\n');
  return `// Written by \`node src/write-registry.ts\` from the folders of sms/ and email/. Not to be edited.
import type { z } from 'zod';
import type { Carrier, Sender } from './contract.ts';
${lines(({ name, path }) => `import { carrier as ${name} } from '${path}';`)}

export const ROUTE_CONFIGS = [${carriers.map(({ name }) => `${name}.config`).join(', ')}] as const;

export type RouteConfig = z.infer<(typeof ROUTE_CONFIGS)[number]>;

/** Opens a route with the carrier of its kind. */
export function openRoute(route: RouteConfig, sender: Sender): Promise<Carrier> {
  switch (route.kind) {
${lines(({ name }) => `    case '${name}':\n      return ${name}.open(route, sender);`)}
  }
}
`;
}

if (import.meta.main) writeFileSync(new URL('registry.gen.ts', HERE), registrySource());
