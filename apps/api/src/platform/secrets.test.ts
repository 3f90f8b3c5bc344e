import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeSecrets } from './secrets.ts';

const ringOf = (...ids: string[]) => {
  const keys = new Map(ids.map((id) => [id, createSecretKey(randomBytes(32))]));
  return {
    currentId: ids.at(-1) ?? '',
    key: (id: string) => {
      const found = keys.get(id);
      if (!found) throw new Error(`no key ${id}`);
      return found;
    },
  };
};
const keys = { token: ringOf('t'), efin: ringOf('e'), blindIndex: ringOf('b'), field: ringOf('f1', 'f2') };
const secrets = makeSecrets(keys);
const PLAIN = '+6281234561234';

describe('a sealed value', () => {
  it('does not open in another place', () => {
    const sealed = secrets.seal('message.address', PLAIN);
    expect(() => secrets.open('contact_channel.address', sealed)).toThrow();
  });

  it('does not open when any single byte of it was changed', () => {
    const sealed = secrets.seal('message.address', PLAIN);
    for (let at = 1; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => secrets.open('message.address', changed), `byte ${at}`).toThrow();
    }
  });

  it('does not open cut short', () => {
    const sealed = secrets.seal('message.address', PLAIN);
    for (const length of [0, 1, 5, 20, sealed.length - 1])
      expect(() => secrets.open('message.address', sealed.subarray(0, length)), `${length} bytes`).toThrow();
  });

  it('does not open by a part of its proof, which is easier to guess', () => {
    const sealed = secrets.seal('message.address', '');
    for (const cut of [1, 4, 8, 12])
      expect(() => secrets.open('message.address', sealed.subarray(0, -cut)), `${16 - cut} bytes`).toThrow();
  });

  it('does not open with another key', () => {
    const sealed = secrets.seal('message.address', PLAIN);
    const others = makeSecrets({ ...keys, field: ringOf('f1', 'f2') });
    expect(() => others.open('message.address', sealed)).toThrow();
  });

  it('opens in its place, also after the key that writes has changed', () => {
    const before = makeSecrets({ ...keys, field: { ...keys.field, currentId: 'f1' } });
    expect(secrets.open('message.address', before.seal('message.address', PLAIN))).toBe(PLAIN);
    expect(secrets.open('a', secrets.seal('a', ''))).toBe('');
  });

  it('shows neither its content nor that it was sealed before', () => {
    const [one, two] = [secrets.seal('message.address', PLAIN), secrets.seal('message.address', PLAIN)];
    expect(Buffer.from(one).includes('81234561234')).toBe(false);
    expect(Buffer.from(one).equals(two)).toBe(false);
  });
});

describe('a blind index', () => {
  it('is equal for equal values of one kind only', () => {
    expect(secrets.index('SMS', PLAIN)).toEqual(secrets.index('SMS', PLAIN));
    expect(secrets.index('SMS', PLAIN)).not.toEqual(secrets.index('EMAIL', PLAIN));
  });
});

describe('a stored e-FIN', () => {
  it('differs from person to person, so that nobody else can be found by it', () => {
    expect(secrets.efin('a', '1234567890')).toEqual(secrets.efin('a', '1234567890'));
    expect(secrets.efin('a', '1234567890')).not.toEqual(secrets.efin('b', '1234567890'));
    expect(secrets.efin('a', '1234567890')).not.toEqual(secrets.index('a', '1234567890'));
  });
});
