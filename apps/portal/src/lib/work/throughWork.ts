/** Once for a challenge that comes out of the blue, once more for one that ended meanwhile; then the person is told. */
const ROUNDS = 2;

type Proof = { proofOfWork?: string };

/**
 * Sends, and where the API asks for a piece of work first, does it and sends the same again. Never goes round for ever: what
 * is still asked for after two rounds is the answer.
 */
export async function throughWork<Result extends object>(
  send: (proof: Proof) => Promise<Result | null | undefined>,
  solve: (challenge: string) => Promise<string | null>,
): Promise<Result | null | undefined> {
  let result = await send({});
  for (let round = 0; round < ROUNDS; round += 1) {
    const challenge = challengeIn(result);
    if (challenge === undefined) return result;
    const proofOfWork = await solve(challenge);
    if (proofOfWork === null) return result;
    result = await send({ proofOfWork });
  }
  return result;
}

const challengeIn = (result: object | null | undefined): string | undefined =>
  result && 'challenge' in result && typeof result.challenge === 'string' ? result.challenge : undefined;
