/**
 * The solution of a challenge as the API takes it, or null where this browser finds none. The work is done in a worker of its
 * own, whose code is fetched only then.
 */
export function solve(challenge: string): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./solve.worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: string | null) => {
      worker.terminate();
      resolve(answer);
    };
    const parsed: unknown = JSON.parse(challenge);
    worker.onmessage = ({ data }) => end(data && JSON.stringify({ challenge: parsed, solution: data }));
    worker.onerror = () => end(null);
    worker.postMessage(parsed);
  });
}
