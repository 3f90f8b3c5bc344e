import type { Page } from '@playwright/test';
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** As much work as the policy asks for in production. */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 5_000, counter: 400, deriveKey };
const KEYS = { hmacSignatureSecret: 'of this journey', hmacKeySignatureSecret: 'of this journey too' };

type Asked = { input: { proofOfWork?: string } };

/**
 * This browser is in a network from which more codes were asked for than its budget: `operation` is let through to the API
 * once its work is done. Policy holds for everybody, so it is not changed for one journey; what the API really does above a
 * budget is proved by its own tests. Returns how often the operation was sent.
 */
export async function crowd(page: Page, operation: string, field: string): Promise<() => number> {
  let sent = 0;
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON() as {
      operationName: string;
      variables: Asked;
    };
    if (operationName !== operation) return route.fallback();
    sent += 1;
    if (await isDone(variables.input.proofOfWork)) return route.fallback();
    const challenge: Challenge = await createChallenge({ ...WORK, ...KEYS });
    const message = 'Banyak kode diminta dari jaringan Anda.';
    const needed = { __typename: 'ChallengeNeeded', code: 'CHALLENGE_NEEDED', message };
    await route.fulfill({
      json: { data: { [field]: { ...needed, challenge: JSON.stringify(challenge) } } },
    });
  });
  return () => sent;
}

async function isDone(proofOfWork: string | undefined): Promise<boolean> {
  if (proofOfWork === undefined) return false;
  const { challenge, solution } = JSON.parse(proofOfWork) as Payload;
  return (await verifySolution({ challenge, solution, deriveKey, ...KEYS })).verified;
}
