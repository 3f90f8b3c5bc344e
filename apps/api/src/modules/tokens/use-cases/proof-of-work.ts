import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { appNow, type Tx, whenSaid } from '#platform/database';
import { sha256 } from '#platform/digest';
import { randomBetween } from '#platform/random';
import { spendChallenge } from '../store/challenges.ts';
import type { Needs } from './needs.ts';

const ALGORITHM = 'PBKDF2/SHA-256';
const LIFE_SECONDS = 10 * 60;
const LONGEST = 4096;

const Proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      ...{ algorithm: z.string(), nonce: z.string(), salt: z.string(), keyPrefix: z.string() },
      ...{ cost: z.number(), keyLength: z.number(), keySignature: z.string() },
      data: z.object({ flow: z.string(), endsAt: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** Keys of this purpose alone, made from the blind index's, which stays. */
const keysFrom = ({ keys }: Pick<Needs, 'keys'>) => {
  const key = (word: string) =>
    createHmac('sha256', keys.blindIndex.key(keys.blindIndex.currentId))
      .update(`sampai/challenge/1\0${word}`)
      .digest('base64');
  return { hmacSignatureSecret: key('challenge'), hmacKeySignatureSecret: key('solution') };
};

/** The flow as a challenge names it: bound to it, and telling nothing of it. */
const nameOf = (flowHash: Uint8Array): string =>
  Buffer.from(sha256('challenge', flowHash)).toString('base64url');

/**
 * A piece of work for this browser flow, as JSON: a key that is to be found among a known number, so that it takes a computer
 * about a second and never much more. Whoever brings the solution within ten minutes gets through, once.
 */
export async function makeChallenge(needs: Needs, flowHash: Uint8Array): Promise<string> {
  const { work } = await needs.policy.budgets();
  const now = await appNow(needs.db.read);
  const challenge = await createChallenge({
    ...{ algorithm: ALGORITHM, deriveKey, cost: work.cost, ...keysFrom(needs) },
    counter: randomBetween(Math.ceil(work.keys / 2), work.keys),
    data: { flow: nameOf(flowHash), endsAt: Math.floor(now.getTime() / 1000) + LIFE_SECONDS },
  });
  needs.metrics.challenges.inc({ outcome: 'asked' });
  return JSON.stringify(challenge);
}

/** Whether `text` is the solution of a challenge of ours for this flow that was not used before. Anything else is not. */
export async function acceptProof(
  needs: Needs,
  tx: Tx,
  text: string,
  { flowHash, now }: { flowHash: Uint8Array; now: Date },
): Promise<boolean> {
  const read = text.length > LONGEST ? undefined : Proof.safeParse(parse(text)).data;
  const accepted = read !== undefined && (await isSolved(needs, read)) && (await isFresh(tx, read));
  whenSaid(tx, () => needs.metrics.challenges.inc({ outcome: accepted ? 'solved' : 'rejected' }));
  return accepted;

  async function isFresh(within: Tx, { challenge }: z.infer<typeof Proof>): Promise<boolean> {
    const { data, nonce } = challenge.parameters;
    const endsAt = new Date(data.endsAt * 1000);
    return data.flow === nameOf(flowHash) && now < endsAt && (await spendChallenge(within, nonce, endsAt));
  }
}

const isSolved = async (needs: Needs, { challenge, solution }: z.infer<typeof Proof>): Promise<boolean> =>
  (await verifySolution({ challenge, solution, deriveKey, ...keysFrom(needs) })).verified;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
