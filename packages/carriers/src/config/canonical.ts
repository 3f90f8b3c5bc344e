import { createHash } from 'node:crypto';

/** SHA-256, in hex, of a value as JSON with sorted keys: the same facts give the same digest, whoever wrote them down. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, its]) => `${JSON.stringify(key)}:${canonical(its)}`).join(',')}}`;
}
