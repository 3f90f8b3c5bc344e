import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { bytes } from './digest.ts';
import type { Keys } from './keys.ts';

const CIPHER = 'aes-256-gcm';
/** A value that was cut short must not open by a tag that is easier to guess. */
const WHOLE_TAG = { authTagLength: 16 };

export type Secrets = ReturnType<typeof makeSecrets>;

/** What is kept but must not be readable in the database: fields (AES-256-GCM), look-ups and e-FINs (HMAC-SHA-256). */
export function makeSecrets(keys: Keys) {
  const mac = (key: KeyObject, context: string, value: string) =>
    bytes(createHmac('sha256', key).update(`${context}\0${value}`).digest());
  const cipherKeys = new Map<string, KeyObject>();
  const keyOf = (id: string) => {
    const key = cipherKeys.get(id) ?? createSecretKey(keys.field.key(id).export().subarray(0, 32));
    cipherKeys.set(id, key);
    return key;
  };
  return {
    /** Encrypts for one place (`table.column`), which is authenticated: a value moved elsewhere does not open. */
    seal(place: string, plain: string): Uint8Array<ArrayBuffer> {
      const id = Buffer.from(keys.field.currentId, 'utf8');
      const iv = randomBytes(12);
      const cipher = createCipheriv(CIPHER, keyOf(keys.field.currentId), iv, WHOLE_TAG);
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return bytes(Buffer.concat([Buffer.from([1, id.length]), id, iv, cipher.getAuthTag(), body]));
    },
    /** Opens what `seal` closed for the same place. Throws where key, place or content do not fit. */
    open(place: string, sealed: Uint8Array): string {
      const data = Buffer.from(sealed);
      const idEnd = 2 + data.readUInt8(1);
      const id = data.subarray(2, idEnd).toString('utf8');
      const cipher = createDecipheriv(CIPHER, keyOf(id), data.subarray(idEnd, idEnd + 12), WHOLE_TAG);
      cipher.setAAD(Buffer.from(place));
      cipher.setAuthTag(data.subarray(idEnd + 12, idEnd + 28));
      return Buffer.concat([cipher.update(data.subarray(idEnd + 28)), cipher.final()]).toString('utf8');
    },
    /** A blind index: equal values of one kind ('npwp', 'nik', 'email', 'phone', ...) give equal bytes, and say no more. */
    index: (kind: string, value: string) => mac(keys.blindIndex.key(keys.blindIndex.currentId), kind, value),
    /** The e-FIN's stored form, bound to its holder so that equal e-FINs of two people differ. */
    efin: (taxpayerId: string, efin: string) => mac(keys.efin.key(keys.efin.currentId), taxpayerId, efin),
  };
}
