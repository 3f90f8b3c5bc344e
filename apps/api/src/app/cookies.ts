import type { FastifyReply, FastifyRequest } from 'fastify';

export type CookieJar = {
  read(name: string): string | undefined;
  /** Until a moment, or for a number of seconds; without either, until the browser closes. */
  set(name: string, value: string, life?: Date | number): void;
  clear(name: string): void;
};

/**
 * Cookies by PUBLIC_ORIGIN: over https `__Host-` and Secure, over http://localhost plain names (refused in production).
 * All are HttpOnly and SameSite=Lax; a malformed one counts as absent.
 */
export function cookieJar(
  origin: string,
  request: Pick<FastifyRequest, 'cookies'>,
  reply: FastifyReply | null,
): CookieJar {
  const secure = origin.startsWith('https://');
  const nameOf = (word: string) => `${secure ? '__Host-' : ''}sampai_${word}`;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  return {
    read(word) {
      const value = request.cookies[nameOf(word)];
      return value && /^[\w-]{43}$/.test(value) ? value : undefined;
    },
    set: (word, value, life) =>
      void reply?.setCookie(nameOf(word), value, {
        ...attributes,
        ...(life instanceof Date ? { expires: life } : {}),
        ...(typeof life === 'number' ? { maxAge: life } : {}),
      }),
    clear: (word) => void reply?.clearCookie(nameOf(word), attributes),
  };
}
