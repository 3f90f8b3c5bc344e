import { describe, expect, it } from 'vitest';
import { makeNitku, type Parsed, parseNik, parseNpwp15, parseNpwp16, parsePhone } from './index.ts';
import vectors from './testing/vectors.json' with { type: 'json' };

/** Published numbers and worked examples; each names its source in the data file. */
interface Vector {
  id: string;
  category: string;
  input: Record<string, string | number>;
  expected: Record<string, string | boolean>;
}

const readers: Record<string, (input: Vector['input']) => Parsed<unknown>> = {
  npwp15: (input) => parseNpwp15(String(input.npwp)),
  npwp16: (input) => parseNpwp16(String(input.npwp)),
  nik: (input) => parseNik(String(input.nik)),
  nitku: (input) => makeNitku(String(input.npwp16), Number(input.branchSerial)),
  phone: (input) => parsePhone(String(input.raw)),
};

describe('published identifiers', () => {
  it.each(vectors as unknown as Vector[])('$id ($category) is read as published', (vector) => {
    const outcome = readers[vector.category]?.(vector.input);
    const { valid = true, reason, nitku, ...fields } = vector.expected;
    if (!valid) return expect(outcome).toEqual({ ok: false, reason });
    const value = nitku === undefined ? fields : { compact: nitku };
    expect(outcome).toMatchObject({ ok: true, value });
  });

  it('leaves no category without a reader', () => {
    const categories = new Set(vectors.map((vector) => vector.category));
    expect([...categories].sort()).toEqual(Object.keys(readers).sort());
  });
});
