/**
 * Where to go after a sign-in: a path of this portal, never another site ("//evil.example", "/\\evil.example") and
 * never the sign-in itself.
 */
export function safeNext(raw: unknown): string {
  if (typeof raw !== 'string' || raw.length > 500) return '/';
  if (!/^\/(?![/\\])[\w\-./?=&%~+]*$/.test(raw) || raw.startsWith('/sign-in')) return '/';
  return raw;
}
