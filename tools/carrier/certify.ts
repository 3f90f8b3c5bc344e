import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RouteError } from '@sampai/carriers';
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
  const count = wholeOf('count', given.count);
  const patience = numberOf('patience', given.patience);
  const most = wholeOf('most', given.most);
  const steadySeconds = numberOf('seconds', given.seconds);
  const rate = numberOf('rate', given.rate);
  const folder = given.out || path.join(DATA_DIR, 'reports');
  // Before some hundred messages are sent: what is found out must be kept, and read where it arrives.
  makeFolder(folder);
  if (handset !== undefined) await readHandset(handset, to);
  const report = await step(`Certifying ${name}`, () =>
    certify(route, config.sender, {
      ...{ to, now: () => new Date(), rate },
      ...(count && { count }),
      ...(patience && { patience }),
      ...(most && { most }),
      ...(steadySeconds && { steadySeconds }),
      readBack: handset === undefined ? undefined : (at) => readHandset(handset, at),
    }).catch((fault: unknown) => {
      throw fault instanceof RouteError ? new Refusal(fault.message) : fault;
    }),
  );
  const file = path.join(folder, `${name}-${report.startedAt.replace(/\D/g, '').slice(0, 14)}`);
  writeFileSync(`${file}.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${file}.md`, renderReport(report));
  console.log(renderReport(report));
  console.log(`Written to ${file}.json and ${file}.md.`);
  return EXIT[report.outcome];
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Refusal(`--out ${folder} is no folder that can be written to.`);
  }
}

const HANDSET_MS = 10_000;

/** What arrived, newest first, from an address that answers as the post office does: `GET /messages?to=` -> [{text}]. */
async function readHandset(url: string, to: string): Promise<string[]> {
  try {
    const answer = await fetch(new URL(`/messages?to=${encodeURIComponent(to)}`, url), {
      signal: AbortSignal.timeout(HANDSET_MS),
    });
    const texts = ((await answer.json()) as { text: unknown }[]).map(({ text }) => text);
    if (texts.every((text) => typeof text === 'string')) return texts;
    throw new TypeError('other than texts');
  } catch {
    throw new Refusal(`--handset ${url} does not answer as a phone that can be read (GET /messages?to=).`);
  }
}

function addressOf(raw: string, mail: boolean): string | undefined {
  if (mail) return /^[^\s@]+@[^\s@]+$/.test(raw) ? raw : undefined;
  const phone = parsePhone(raw);
  return phone.ok ? phone.value.e164 : undefined;
}

function wholeOf(name: string, value: string | undefined): number | undefined {
  const number = numberOf(name, value);
  if (number === undefined || Number.isInteger(number)) return number;
  throw new Refusal(`--${name} takes a whole number, not ${value}.`);
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (number > 0 && number <= 10_000) return number;
  throw new Refusal(`--${name} takes a number up to 10000, not ${value}.`);
}
