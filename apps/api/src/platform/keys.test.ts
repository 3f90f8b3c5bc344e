import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKeys } from './keys.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const freshPath = () => path.join(folder, `${files++}.json`);
const key = (byte: number, length = 32) => Buffer.alloc(length, byte).toString('base64');
const ring = (byte: number) => ({ current: 'k1', keys: { k1: key(byte) } });
const good = () => ({ token: ring(1), efin: ring(2), blindIndex: ring(3), field: ring(4) });

function written(content: unknown, mode = 0o600): string {
  const file = freshPath();
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode });
  chmodSync(file, mode);
  return file;
}

describe('the keys file', () => {
  it('is not made in production, where it must be there', () => {
    const file = freshPath();
    expect(() => loadKeys(file, true)).toThrow(/does not exist.*0600/);
    expect(() => statSync(file)).toThrow();
  });

  it.each([0o644, 0o640, 0o604, 0o620, 0o601])('is refused with mode %o, which others can use', (mode) => {
    expect(() => loadKeys(written(good(), mode), true)).toThrow(/can be read by others.*0600/);
  });

  it.each([
    ['not JSON', '{ token:'],
    ['empty', ''],
    ['not an object', '[]'],
    ['without a ring', { ...good(), field: undefined }],
    ['with a short key', { ...good(), token: { current: 'k1', keys: { k1: key(9, 31) } } }],
    ['with a key that is not base64', { ...good(), token: { current: 'k1', keys: { k1: '!'.repeat(44) } } }],
    ['with a current that names no key', { ...good(), efin: { current: 'k2', keys: { k1: key(9) } } }],
    ['with a current that only every object has', { ...good(), efin: { current: 'toString', keys: {} } }],
    ['with one key in two rings', { ...good(), field: ring(1) }],
  ])('is refused %s, in a sentence that holds no key', (_, content) => {
    const file = written(content);
    let message = '';
    try {
      loadKeys(file, true);
    } catch (fault) {
      message = (fault as Error).message;
    }
    expect(message).toMatch(/^KEYS_FILE .*\.$/);
    expect(message).not.toContain(key(1));
    expect(message).not.toContain('!!!!');
  });

  it('is made once in development, for its owner alone, with four different keys', () => {
    const file = path.join(folder, 'below', 'keys.json');
    const keys = loadKeys(file, false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = [keys.token, keys.efin, keys.blindIndex, keys.field].map(({ currentId, key: get }) =>
      get(currentId).export().toString('hex'),
    );
    expect(new Set(made).size).toBe(4);
    const before = readFileSync(file, 'utf8');
    loadKeys(file, false);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is one whole file for all who begin at the same moment, every time', async () => {
    const ROUNDS = 60;
    const [first, ...others] = await inThreads(2, ROUNDS, path.join(folder, 'race'));
    expect(first).toHaveLength(ROUNDS);
    expect(new Set(first).size).toBe(ROUNDS);
    for (const seen of others) expect(seen).toEqual(first);
  });

  it('keeps what an older key wrote readable after the current one changed', () => {
    const rotated = { ...good(), token: { current: 'k2', keys: { k1: key(1), k2: key(9) } } };
    const { token } = loadKeys(written(rotated), true);
    expect(token.currentId).toBe('k2');
    expect(token.key('k1').export().toString('base64')).toBe(key(1));
    expect(() => token.key('k3')).toThrow(/no key named k3/);
  });
});

/** Loads file after file in several threads, all of them at the same file at once. Returns what key each saw. */
function inThreads(count: number, rounds: number, prefix: string): Promise<string[][]> {
  const workerData = { rounds, prefix, count, met: new SharedArrayBuffer(4 * rounds) };
  const source = `
    const { parentPort, workerData: { rounds, prefix, count, met } } = require('node:worker_threads');
    const arrived = new Int32Array(met);
    import(${JSON.stringify(new URL('./keys.ts', import.meta.url).href)}).then(({ loadKeys }) => {
      const seen = [];
      for (let round = 0; round < rounds; round += 1) {
        Atomics.add(arrived, round, 1);
        while (Atomics.load(arrived, round) < count);
        try { seen.push(loadKeys(prefix + round, false).token.key('k1').export().toString('hex')); }
        catch (fault) { seen.push(fault.message); }
      }
      parentPort.postMessage(seen);
    });`;
  const threads = Array.from({ length: count }, () => new Worker(source, { eval: true, workerData }));
  return Promise.all(threads.map((thread) => new Promise<string[]>((told) => thread.once('message', told))));
}
