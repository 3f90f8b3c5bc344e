import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config/env';
import { makeLog } from '#platform/log';
import { makeWeb, serveApp } from './web.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'sampai-web-'));
const SCRIPT = 'export const word = "sampai";\n'.repeat(100);
const PAGE = `<!doctype html><title>Sampai</title>${'<p>x</p>'.repeat(200)}`;

let web: FastifyInstance;
beforeAll(async () => {
  mkdirSync(path.join(dist, 'assets'));
  for (const [name, text] of [
    ['assets/a.js', SCRIPT],
    ['index.html', PAGE],
  ] as const) {
    writeFileSync(path.join(dist, name), text);
    writeFileSync(path.join(dist, `${name}.br`), brotliCompressSync(text));
    writeFileSync(path.join(dist, `${name}.gz`), gzipSync(text));
  }
  const config = readConfig({
    DATABASE_URL: 'postgresql://nobody@localhost/none',
    KEYS_FILE: path.join(dist, 'keys.json'),
    CARRIERS_FILE: path.join(dist, 'carriers.json'),
  });
  web = await makeWeb(config, makeLog('test', 'silent'), ["'none'"]);
  await serveApp(web, dist);
});
afterAll(async () => {
  await web.close();
  rmSync(dist, { recursive: true, force: true });
});

const get = (url: string, encodings?: string) =>
  web.inject({
    url,
    headers: { accept: 'text/html', ...(encodings === undefined ? {} : { 'accept-encoding': encodings }) },
  });

describe('a built app', () => {
  it('goes out as it was compressed when it was built', async () => {
    const br = await get('/assets/a.js', 'gzip, deflate, br');
    expect(br.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(br.rawPayload).toEqual(brotliCompressSync(SCRIPT));
    const gz = await get('/assets/a.js', 'gzip');
    expect(gz.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gz.rawPayload).toString()).toBe(SCRIPT);
  });

  it('goes out plain to who takes nothing else', async () => {
    const plain = await get('/assets/a.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(SCRIPT);
  });

  it.each(['/', '/sign-in', '/filing/1/income'])(
    'is its page at every address of its own: %s',
    async (url) => {
      const page = await get(url, 'br');
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-type']).toMatch(/^text\/html/);
      expect(brotliDecompressSync(page.rawPayload).toString()).toBe(PAGE);
    },
  );
});
