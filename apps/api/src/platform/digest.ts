import { createHash, timingSafeEqual } from 'node:crypto';

/** A fresh Uint8Array over its own ArrayBuffer: what Prisma's Bytes fields take. */
export const bytes = (source: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(source);

/** SHA-256 over the parts, each preceded by its length: ('ab','c') and ('a','bc') differ. */
export function sha256(...parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256');
  for (const part of parts) {
    const data = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    hash.update(`${data.byteLength}:`).update(data);
  }
  return bytes(hash.digest());
}

/** Equality in constant time; texts of different lengths are unequal without a comparison. */
export function equalSecrets(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
