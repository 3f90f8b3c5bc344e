import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { PostOfficeClock } from '../clock.ts';
import { type Faults, faultOrder } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import { BadBody, jsonBody } from './body.ts';
import { follow } from './events.ts';
import { peopleIn } from './people.ts';
import { refuse } from './refuse.ts';
import { pageFile } from './static.ts';

export type HttpNeeds = {
  inbox: Inbox;
  faults: Faults;
  clock: PostOfficeClock;
  peopleFile: string | undefined;
};

type Asked = { request: IncomingMessage; response: ServerResponse; url: URL; id: string; part: string };
type Answer = (asked: Asked) => unknown;

const clockOrder = z.strictObject({
  at: z.iso.datetime({ offset: true }).optional(),
  rate: z.number().min(0.01).max(1000).optional(),
});

/** Answers one request. Rejects only on a fault of our own. */
export function routes({ inbox, faults, clock, peopleFile }: HttpNeeds) {
  const table: Record<string, Answer> = {
    'GET /messages': ({ url }) => inbox.messages(url.searchParams.get('to') ?? undefined),
    'DELETE /messages': () => inbox.clear(),
    'GET /people': ({ url }) => peopleIn(peopleFile, Number(url.searchParams.get('limit')) || undefined),
    'GET /faults': () => faults.list(),
    'POST /faults': async ({ request }) => ({ id: faults.add(faultOrder.parse(await jsonBody(request))) }),
    'DELETE /faults': () => faults.clear(),
    'DELETE /faults/:id': ({ id }) => faults.clear(id),
    'GET /clock': () => ({ now: clock.now().toISOString() }),
    'POST /clock': async ({ request }) => {
      const { at, rate } = clockOrder.parse(await jsonBody(request));
      clock.set({ ...(at !== undefined && { at: new Date(at) }), ...(rate !== undefined && { rate }) });
      return { now: clock.now().toISOString() };
    },
    'GET /healthz': () => ({ ok: true, arrived: inbox.count() }),
    'GET /events': ({ response }) => follow(inbox, response),
    'GET /messages/:id/html': ({ response, id }) => sendHtml(response, inbox.parts(id)?.html),
    'GET /messages/:id/headers': ({ response, id }) =>
      inbox.parts(id)?.headers ?? refuse(response, 404, NOTHING),
    'GET /messages/:id/files/:part': ({ response, id, part }) =>
      sendFile(response, inbox.parts(id)?.files[Number(part)]),
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://post-office');
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const file = method === 'GET' ? await pageFile(url.pathname) : undefined;
    if (file) return void response.writeHead(200, { 'content-type': file.type }).end(file.content);
    const [, first = '', id = '', third = '', part = ''] = url.pathname.split('/');
    const pattern = [`/${first}`, id && ':id', third, part && ':part'].filter(Boolean).join('/');
    const answer = table[`${method} ${pattern}`];
    if (!answer) return refuse(response, 404, NOTHING);
    try {
      const body = await answer({ request, response, url, id, part });
      if (!response.headersSent) send(response, body);
    } catch (error) {
      if (error instanceof BadBody) return refuse(response, error.status, error.message);
      if (error instanceof z.ZodError) return refuse(response, 400, z.prettifyError(error));
      throw error;
    }
  };
}

const NOTHING = 'There is nothing here.';

function send(response: ServerResponse, body: unknown): void {
  if (body === undefined) return void response.writeHead(204).end();
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function sendHtml(response: ServerResponse, html: string | undefined): void {
  if (html === undefined) return void refuse(response, 404, NOTHING);
  // A mail is a stranger's page: no script, no form, nothing fetched.
  response.setHeader(
    'content-security-policy',
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  );
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

function sendFile(
  response: ServerResponse,
  file: { meta: { filename: string }; content: Uint8Array } | undefined,
): void {
  if (!file) return void refuse(response, 404, NOTHING);
  const name = encodeURIComponent(file.meta.filename);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  });
  response.end(file.content);
}
