import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
  .refine((ring) => ring.current in ring.keys, 'current names no key');
const KeysFile = z.object({ token: Ring, efin: Ring, blindIndex: Ring, field: Ring });

export type KeyRing = { currentId: string; key(id: string): Buffer };
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
      `KEYS_FILE ${file} is not usable: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}.`,
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
  try {
    writeFileSync(
      file,
      JSON.stringify({ token: fresh(), efin: fresh(), blindIndex: fresh(), field: fresh() }, null, 2),
      {
        mode: 0o600,
        flag: 'wx', // API, worker and seed may start together: the first one's keys stand
      },
    );
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
}

function ring({ current, keys }: z.infer<typeof Ring>): KeyRing {
  const decoded = new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  return {
    currentId: current,
    key(id) {
      const key = decoded.get(id);
      if (!key) throw new KeysError(`KEYS_FILE has no key named ${id}.`);
      return key;
    },
  };
}
