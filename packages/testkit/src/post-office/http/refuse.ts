import type { ServerResponse } from 'node:http';

/** Answers with a status and one sentence. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  if (response.headersSent) return void response.end();
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ error }));
}
