import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@sampai/testkit/free-port';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeUndo } from '../../tools/lib/undo.ts';
import { openClient } from '../lib/load.ts';
import { channelsBody, cookieOf, issuedToken, verifyBody } from '../tokens/operations.ts';
import type { Toll } from './account.ts';
import { gather } from './crowd.ts';
import { endure } from './endure.ts';
import { FAULTS, type Fault } from './faults.ts';
import { openStage, type Stage } from './stage.ts';

const TIMING = { perSecond: 50, beforeMs: 1_000, afterMs: 1_000 };
const RESUMES_WITHIN_S = 35;
const MINUTES_3 = 180_000;

const undo = makeUndo();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(undo);
}, MINUTES_3);
afterAll(() => undo.run(), MINUTES_3);

function faultOf(wanted: string): Fault {
  const fault = FAULTS.find(({ name }) => name === wanted);
  if (!fault) throw new Error(`there is no fault ${wanted}`);
  return fault;
}

/** One after the other while people go on asking: leases are waited for once. */
function inARow(...names: string[]): Fault {
  const faults = names.map(faultOf);
  return {
    name: names.join(', '),
    async strike(hurt) {
      for (const { strike } of faults) {
        await strike(hurt);
        await wait(500);
      }
    },
  };
}

it(
  'never more than 5 of 200 guesses at a code are evaluated that come at once to two API processes',
  async () => {
    const { owner, portal, postOffice } = stage;
    const [PORT, DESK_PORT] = [await freePort(), await freePort()];
    await stage.start('api-2', { PORT: String(PORT), DESK_PORT: String(DESK_PORT) });
    const clients = [openClient(portal), openClient(`http://127.0.0.1:${PORT}`, portal)];
    const [victim] = await gather(owner, 1, 900_000);
    if (!victim) throw new Error('nobody came');
    const { person, to, input } = victim;
    const ask = (nth: number, body: string) =>
      clients[nth % 2]?.post('/graphql', body, cookieOf(person)).then((answer) => answer.body);
    const tokenId = issuedToken((await ask(0, channelsBody(person.activationId, input))) ?? '');
    const { code } = await postOffice.nextMessage(to, { timeoutMs: 10_000 });
    const wrong = (nth: number) => String((Number(code) + 1 + nth) % 1_000_000).padStart(6, '0');
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, nth) => ask(nth, verifyBody(tokenId, wrong(nth)))),
    );
    const said = (what: string) => answers.filter((body) => body?.includes(`"code":"${what}"`)).length;
    expect([said('WRONG_CODE'), said('TOKEN_LOCKED')]).toEqual([4, 196]);
    for (const nth of [0, 1])
      expect(await ask(nth, verifyBody(tokenId, code ?? ''))).toContain('TOKEN_LOCKED');
    const { rows } = await owner.query(
      `SELECT attempts_used, state, (SELECT count(*)::int FROM audit_entry WHERE action = 'token.wrong_code') AS audited
       FROM verification_token WHERE id = $1`,
      [tokenId],
    );
    expect(rows).toEqual([{ attempts_used: 5, state: 'LOCKED', audited: 5 }]);
    for (const client of clients) client.close();
    await stage.kill('api-2');
  },
  MINUTES_3,
);

/** What a fault may cost: no promise, no end, and no more than one code too many. */
function mustBear(toll: Toll, atLeast: number): void {
  expect(toll).toMatchObject({ lost: 0, wrong_code: 0, not_ended: 0, died: 0 });
  expect(toll.acknowledged).toBe(toll.asked);
  expect(toll.messages).toBe(toll.asked);
  expect(toll.acknowledged).toBeGreaterThan(atLeast);
  expect(toll.most_per_message).toBeLessThanOrEqual(1);
  expect(toll.resumed_s).toBeLessThan(RESUMES_WITHIN_S);
}

it(
  'no promised code is lost and none comes more than once too often, whatever of API, workers, PostgreSQL and wires is cut off',
  async () => {
    const names = [
      'api-killed',
      'worker-killed',
      'all-workers-killed',
      'postgresql-restarted',
      'sockets-cut',
    ];
    const toll = await endure(stage, inARow(...names), TIMING);
    mustBear(toll, 100);
    expect(toll.without_receipt).toBe(0);
  },
  MINUTES_3,
);

it(
  'no promised code is lost on lines that are half-open, and none comes more than once too often: all they keep is receipts',
  async () => {
    const toll = await endure(stage, faultOf('half-open'), TIMING);
    mustBear(toll, 100);
    // As many as were on their way when it struck: one takes 0.3 s.
    expect(toll.without_receipt).toBeLessThan(TIMING.perSecond);
  },
  MINUTES_3,
);

it(
  'no promised code is lost by carriers that read for 10 s and answer nothing, and none comes more than once too often',
  async () => {
    const silent = faultOf('silent');
    const toll = await endure(stage, silent, TIMING);
    mustBear(toll, TIMING.perSecond * (silent.lasts?.seconds ?? 0));
    expect(toll.without_receipt).toBe(0);
  },
  MINUTES_3,
);
