import type { ServerResponse } from 'node:http';
import type { Inbox } from '../inbox.ts';

const HEARTBEAT_MS = 20_000;

/** Holds a line open that says `arrival` (with the message's id) whenever something arrives. */
export function follow(inbox: Inbox, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
  const stop = inbox.onArrival(({ id }) => response.write(`event: arrival\ndata: ${id}\n\n`));
  // A comment now and then, so that a line that died without a word is noticed and taken down.
  const beat = setInterval(() => response.write(': here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    stop();
    clearInterval(beat);
  });
}
