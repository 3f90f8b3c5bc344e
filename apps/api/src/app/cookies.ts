import type { FastifyReply, FastifyRequest } from 'fastify';

export type CookieJar = { read(name: string): string | undefined; set(name: string, value: string, expires?: Date): void; clear(name: string): void };

/**
 * Cookies by PUBLIC_ORIGIN: over https `__Host-` and Secure, over http://localhost plain names (refused in production).
 * All are HttpOnly and SameSite=Lax; a malformed one counts as absent.
 */
export function cookieJar(origin: string, request: Pick<FastifyRequest, 'cookies'>, reply: FastifyReply | null): CookieJar {
  const secure = origin.startsWith('https://');
  const nameOf = (word: string) => `${secure ? '__Host-' : ''}sampai_${word}`;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  return {
    read(word) {
      const value = request.cookies[nameOf(word)];
      return value && /^[\w-]{43}$/.test(value) ? value : undefined;
    },
    set: (word, value, expires) => void reply?.setCookie(nameOf(word), value, { ...attributes, ...(expires ? { expires } : {}) }),
    clear: (word) => void reply?.clearCookie(nameOf(word), attributes),
  };
}
