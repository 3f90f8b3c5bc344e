import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/**
 * KEYS_FILE: four separate key rings (one-time codes, e-FIN, blind index, fields). In each, `current` names the key that
 * writes; the others still read. The file is the operator's: mode 0600, made here only in development.
 */
const Ring = z
  .object({
    current: z.string().min(1),
    keys: z.record(
      z.string(),
      z.base64().refine((k) => Buffer.from(k, 'base64').length >= 32, 'at least 32 bytes, base64'),
    ),
  })
  .refine((ring) => Object.hasOwn(ring.keys, ring.current), 'current names no key');
const KeysFile = z.object({ token: Ring, efin: Ring, blindIndex: Ring, field: Ring }).refine((rings) => {
  const all = Object.values(rings).flatMap(({ keys }) => Object.values(keys));
  return new Set(all).size === all.length;
}, 'a key stands twice; each ring has keys of its own');

export type KeyRing = { currentId: string; key(id: string): KeyObject };
export type Keys = Record<keyof z.infer<typeof KeysFile>, KeyRing>;
export class KeysError extends Error {}

/** Reads the rings. Throws KeysError in one sentence: missing in production, readable by others, malformed. */
export function loadKeys(file: string, production: boolean): Keys {
  if (!existsSync(file)) {
    if (production) throw new KeysError(`KEYS_FILE ${file} does not exist; production needs one, mode 0600.`);
    makeKeysFile(file);
  }
  const mode = statSync(file).mode & 0o077;
  if (mode !== 0 && process.platform !== 'win32')
    throw new KeysError(`KEYS_FILE ${file} can be read by others; give it mode 0600.`);
  const read = KeysFile.safeParse(parseJson(file));
  if (!read.success)
    throw new KeysError(
      `KEYS_FILE ${file} is not usable: ${read.error.issues.map((i) => [...i.path, i.message].join(': ')).join('; ')}.`,
    );
  const { token, efin, blindIndex, field } = read.data;
  return { token: ring(token), efin: ring(efin), blindIndex: ring(blindIndex), field: ring(field) };
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new KeysError(`KEYS_FILE ${file} is not JSON.`);
  }
}

function makeKeysFile(file: string): void {
  const fresh = () => ({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } });
  mkdirSync(dirname(file), { recursive: true });
  // API, worker and seed may start together: a link is whole or not there, and the first one's keys stand.
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const rings = { token: fresh(), efin: fresh(), blindIndex: fresh(), field: fresh() };
  writeFileSync(draft, JSON.stringify(rings, null, 2), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    unlinkSync(draft);
  }
}

function ring({ current, keys }: z.infer<typeof Ring>): KeyRing {
  // Made once: Node takes several times as long to make a key of bytes as to use it.
  const decoded = new Map(
    Object.entries(keys).map(([id, key]) => [id, createSecretKey(Buffer.from(key, 'base64'))]),
  );
  return {
    currentId: current,
    key(id) {
      const key = decoded.get(id);
      if (!key) throw new KeysError(`KEYS_FILE has no key named ${id}.`);
      return key;
    },
  };
}
