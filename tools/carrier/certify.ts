import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { certify, renderReport } from '@sampai/carriers/certify';
import { parsePhone } from '@sampai/identifiers';
import type { Given } from '../carrier.ts';
import { step } from '../lib/progress.ts';
import { Refusal } from '../lib/refusal.ts';
import { DATA_DIR } from '../stack/settings.ts';
import { readRoutes, routeNamed } from './routes.ts';

const EXIT = { passes: 0, fails: 1, incomplete: 2 };

/** Runs the suite and writes the report twice: JSON to approve by, Markdown to read. 0: it passes; 1: it fails; 2: it is incomplete. */
export async function certifyRoute(name: string, given: Given): Promise<number> {
  const config = readRoutes();
  const route = routeNamed(config, name);
  const { handset } = given;
  const to = addressOf(given.to ?? '', route.kind === 'smtp');
  if (to === undefined) throw new Refusal(`--to ${given.to} is not where a message of ${name} could go.`);
  const count = numberOf('count', given.count);
  const patience = numberOf('patience', given.patience);
  const most = numberOf('most', given.most);
  const steadySeconds = numberOf('seconds', given.seconds);
  const report = await step(`Certifying ${name}`, () =>
    certify(route, config.sender, {
      ...{ to, now: () => new Date(), rate: numberOf('rate', given.rate) },
      ...(count && { count }),
      ...(patience && { patience }),
      ...(most && { most }),
      ...(steadySeconds && { steadySeconds }),
      readBack: handset ? (at) => readHandset(handset, at) : undefined,
    }),
  );
  const folder = given.out || path.join(DATA_DIR, 'reports');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}-${report.startedAt.replace(/\D/g, '').slice(0, 14)}`);
  writeFileSync(`${file}.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${file}.md`, renderReport(report));
  console.log(renderReport(report));
  console.log(`Written to ${file}.json and ${file}.md.`);
  return EXIT[report.outcome];
}

/** What arrived, newest first, from an address that answers as the post office does: `GET /messages?to=` -> [{text}]. */
async function readHandset(url: string, to: string): Promise<string[]> {
  try {
    const answer = await fetch(new URL(`/messages?to=${encodeURIComponent(to)}`, url));
    const messages = (await answer.json()) as { text: string }[];
    return messages.map(({ text }) => text);
  } catch {
    throw new Refusal(`--handset ${url} does not answer as a phone that can be read (GET /messages?to=).`);
  }
}

function addressOf(raw: string, mail: boolean): string | undefined {
  if (mail) return /^[^\s@]+@[^\s@]+$/.test(raw) ? raw : undefined;
  const phone = parsePhone(raw);
  return phone.ok ? phone.value.e164 : undefined;
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (number > 0 && number <= 10_000) return number;
  throw new Refusal(`--${name} takes a number up to 10000, not ${value}.`);
}
