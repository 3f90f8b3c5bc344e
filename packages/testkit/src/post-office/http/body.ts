import type { IncomingMessage } from 'node:http';

const LARGEST_BODY = 64 * 1024;

/** What is wrong with a request's body, as status and sentence. */
export class BadBody extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads a JSON body of at most 64 kB. Only `application/json` is taken: a form of a foreign page cannot send it
 * without being asked first.
 */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new BadBody(415, 'Send the order as application/json.');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) throw new BadBody(413, 'The order is too long.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadBody(400, 'The order is not JSON.');
  }
}
