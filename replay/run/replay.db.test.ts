import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, type TestDatabase } from '@sampai/api/testing/database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { figuresOf } from '../figures/figures.ts';
import { gmail2020 } from '../scenarios/gmail-2020.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { sms2023 } from '../scenarios/sms-2023.ts';
import { type PolicyName, replay } from './run.ts';

const impatient = { median: 20, sigma: 0.2, grows: 1 };

/** 2020 in a minute and a half of theirs: the lane is closed from the beginning and opens after one. */
function short2020(): Scenario {
  const { trouble, habits } = gmail2020;
  if (trouble.kind !== 'taken-for-spam') throw new Error('another incident');
  return {
    ...gmail2020,
    asking: { until: 20, weights: [[0, 1]] },
    trouble: { ...trouble, toleratedPerMinute: 1, closesAt: 1, opensAt: 60, afterwardsPerMinute: 6_000 },
    habits: { ...habits, patience: impatient },
    end: 90,
  };
}

/** 2023: half a minute to a minute late, and people who do not wait as long. */
function short2023(): Scenario {
  const { trouble, habits } = sms2023;
  if (trouble.kind !== 'accepted-and-late') throw new Error('another incident');
  return {
    ...sms2023,
    asking: { until: 15, weights: [[0, 1]] },
    trouble: { ...trouble, from: 0, seconds: { least: 30, median: 40, sigma: 0.5, most: 60 } },
    habits: { ...habits, patience: impatient },
    end: 120,
  };
}

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await cloneDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'sampai-replay-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Compressed time does not get shorter on a busy machine, all else does get longer. */
const PATIENCE_MS = 60_000;

const run = async (scenario: Scenario, policy: PolicyName) =>
  figuresOf(
    await replay({ scenario, people: 50, seed: 3, policy, incident: true, rate: null }, database.url, folder),
  );

test(
  'the product is replayed over real sockets: who is not on the closed lane has a code, and none is dead',
  async () => {
    const figures = await run(short2020(), 'ours');
    expect(figures).toMatchObject({ people: 50, fault: null, dead_delivered: 0 });
    expect(figures.holding_hit.people).toBeGreaterThan(20);
    expect(figures.messages_delivered).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

test(
  'with the policy of the day late codes arrive dead, people type them, and every press is paid for',
  async () => {
    const figures = await run(short2023(), 'of-the-day');
    expect(figures).toMatchObject({ people: 50, fault: null, held_back: 0 });
    expect(figures.dead_while_waiting).toBeGreaterThan(10);
    expect(figures.wrong_attempts).toBeGreaterThan(10);
    expect(figures.sms).toBe(figures.people + figures.presses);
  },
  PATIENCE_MS,
);
