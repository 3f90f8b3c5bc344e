import { describe, expect, it } from 'vitest';
import { cookieJar } from './cookies.ts';

const SECRET = 'A'.repeat(43);
type Set = { name: string; value: string; options: Record<string, unknown> };

function jarOn(origin: string, cookies: Record<string, string> = {}) {
  const written: Set[] = [];
  const note = (name: string, value: string, options: Record<string, unknown>) =>
    written.push({ name, value, options });
  const reply = {
    setCookie: note,
    clearCookie: (name: string, options: Record<string, unknown>) => note(name, '', options),
  };
  return { jar: cookieJar(origin, { cookies }, reply as never), written };
}

describe('a cookie', () => {
  it.each(['', 'short', `${SECRET}A`, `${'A'.repeat(42)};`, `${'A'.repeat(42)}\u0000`])(
    'counts as absent where it is %j',
    (value) => {
      expect(jarOn('http://localhost:3000', { sampai_flow: value }).jar.read('flow')).toBeUndefined();
    },
  );

  it('by its plain name counts as absent on an https origin', () => {
    expect(jarOn('https://portal.example', { sampai_flow: SECRET }).jar.read('flow')).toBeUndefined();
  });

  it('is __Host-, Secure, HttpOnly and Lax over https', () => {
    const { jar, written } = jarOn('https://portal.example');
    jar.set('session', SECRET);
    jar.clear('session');
    for (const { name, options } of written) {
      expect(name).toBe('__Host-sampai_session');
      expect(options).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
      expect(options).not.toHaveProperty('domain');
    }
  });

  it('is HttpOnly and Lax over http on this machine, too', () => {
    const { jar, written } = jarOn('http://localhost:3000', { sampai_flow: SECRET });
    jar.set('flow', SECRET);
    expect(written).toMatchObject([
      { name: 'sampai_flow', options: { httpOnly: true, sameSite: 'lax', secure: false } },
    ]);
    expect(jar.read('flow')).toBe(SECRET);
  });
});
