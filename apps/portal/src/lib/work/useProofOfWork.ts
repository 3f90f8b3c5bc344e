import { useState } from 'react';
import { solve } from './solve.ts';
import { throughWork } from './throughWork.ts';

/** Sends what may ask for a piece of work first; `on` while this browser does it. The person has nothing to do. */
export function useProofOfWork() {
  const [on, setOn] = useState(false);
  return {
    on,
    through: <Result extends object>(
      send: (proof: { proofOfWork?: string }) => Promise<Result | null | undefined>,
    ) =>
      throughWork(send, async (challenge) => {
        setOn(true);
        return solve(challenge).finally(() => setOn(false));
      }),
  };
}
