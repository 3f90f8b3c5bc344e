import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PostOffice, startPostOffice } from '../start.ts';

let office: PostOffice;
let folder: string;
let peopleFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sampai-people-'));
  peopleFile = join(folder, 'people.json');
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0, peopleFile });
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  office.inbox.clear();
  office.faults.clear();
});

const call = (path: string, method = 'GET', body?: unknown, type = 'application/json') =>
  fetch(`${office.urls.http}${path}`, {
    method,
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': type },
    }),
  });
const put = (to: string, text: string) =>
  office.inbox.put({
    to,
    text,
    channel: 'SMS',
    from: 'SAMPAI',
    receivedAt: new Date(0).toISOString(),
    code: null,
  });

test('messages come newest first, by any notation of the address', async () => {
  put('+6281234561234', 'one');
  put('6281234561234', 'two');
  put('+6285612345678', 'other');
  for (const to of ['%2B6281234561234', '+6281234561234', '081234561234', '0812-3456-1234']) {
    const found = (await (await call(`/messages?to=${to}`)).json()) as { text: string }[];
    expect(found.map((m) => m.text)).toEqual(['two', 'one']);
  }
  expect(await (await call('/messages?to=nobody@x.id')).json()).toEqual([]);
  expect(await (await call('/messages')).json()).toHaveLength(3);
});

test('a fault is ordered, listed and ended', async () => {
  const order = {
    match: { domain: 'gmail.com' },
    fault: { kind: 'defer', reply: '421 4.7.28 slow down', times: 3 },
  };
  const { id } = (await (await call('/faults', 'POST', order)).json()) as { id: string };
  expect(await (await call('/faults')).json()).toMatchObject([{ id, ...order }]);
  expect((await call(`/faults/${id}`, 'DELETE')).status).toBe(204);
  expect(await (await call('/faults')).json()).toEqual([]);
});

test('orders that make no sense are refused with what is wrong, and nothing stands', async () => {
  const bad: [unknown, number, string?][] = [
    [{ fault: { kind: 'explode' } }, 400],
    [{ match: { channel: 'PIGEON' }, fault: { kind: 'lose' } }, 400],
    [{ fault: { kind: 'defer', reply: '250 fine' } }, 400],
    [{ fault: { kind: 'delay', seconds: -1 } }, 400],
    [{ fault: { kind: 'lose', surprise: 1 } }, 400],
    ['{', 400],
    [{ fault: { kind: 'lose' } }, 415, 'text/plain'],
    ['x'.repeat(70_000), 413],
  ];
  for (const [order, status, type] of bad)
    expect((await call('/faults', 'POST', order, type)).status).toBe(status);
  expect(office.faults.list()).toEqual([]);
});

test('people are read from the file the seed wrote, and are none before it ran or when it is broken', async () => {
  expect(await (await call('/people')).json()).toEqual([]);
  await writeFile(peopleFile, '{"half');
  expect(await (await call('/people')).json()).toEqual([]);
  await writeFile(peopleFile, JSON.stringify([{ name: 'Budi' }]));
  expect(await (await call('/people')).json()).toEqual([{ name: 'Budi' }]);
  await writeFile(peopleFile, JSON.stringify([{ name: 'Budi' }, { name: 'Siti' }]));
  expect(await (await call('/people?limit=1')).json()).toEqual([{ name: 'Budi' }]);
});

test('an arrival is told at once on the open line', async () => {
  const line = await call('/events');
  const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('retry:');
  const { id } = put('+6281234561234', 'hi');
  expect((await reader?.read())?.value).toBe(`event: arrival\ndata: ${id}\n\n`);
  await reader?.cancel();
});

test('what is not there is not there', async () => {
  for (const path of [
    '/page/../server.ts',
    '/etc/passwd',
    '/messages/1/html',
    '/messages/x/files/0',
    '/faults/a/b/c',
  ])
    expect((await call(path)).status).toBe(404);
  expect((await call('/messages', 'PUT', {})).status).toBe(404);
});

test('a foreign name is not answered, and no other page may read or frame what stands here', async () => {
  const status = await new Promise((resolve) =>
    request({ port: office.ports.http, path: '/people', headers: { host: 'evil.example' } }, (r) =>
      resolve(r.statusCode),
    ).end(),
  );
  expect(status).toBe(421);
  const { headers } = await call('/messages');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
});
