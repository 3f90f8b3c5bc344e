import http from 'node:http';

export const CONNECTIONS = 16;

type Answer = { status: number; body: string };
export type Client = { post(path: string, body: string, cookie?: string): Promise<Answer>; close(): void };

/** A client of 16 keep-alive connections to one server, the same for whoever is measured; `origin` where people see another. */
export function openClient(at: string, origin = at): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { hostname, port } = new URL(at);
  return {
    post: (path, body, cookie) =>
      new Promise((resolve, reject) => {
        const headers = {
          origin,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...(cookie ? { cookie } : {}),
        };
        const request = http.request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
          );
          response.on('error', reject);
        });
        request.on('error', reject);
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export type Pace = { perSecond: number; p50: number; p99: number; max: number };

/** Does `act` once for each item, 16 at a time, and says how fast it went. Times in ms. */
export async function pace<T>(items: T[], act: (item: T, index: number) => Promise<void>): Promise<Pace> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const from = performance.now();
      await act(items[index] as T, index);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.min(times.length - 1, Math.ceil(q * times.length) - 1)] ?? 0;
  return { perSecond: items.length / seconds, p50: at(0.5), p99: at(0.99), max: at(1) };
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
