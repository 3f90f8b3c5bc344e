/** Of each of two generations: between as many and twice as many are known. */
const REMEMBERED = 50_000;
const RESPONSE_WIDTHS = [0, 8, 10, 16];

/**
 * Tells which of our messages a receipt means. Some SMSCs answer a submit with a hexadecimal id and write the decimal
 * one into the receipt, or the other way round, and a plain number may be either.
 */
export type SentIds = {
  add(id: string): void;
  /** One id where it can be told, from what was sent on this route since the start; otherwise all it may be. */
  meant(written: string[]): string[];
};

export function makeSentIds(): SentIds {
  // Two sets that take turns: taking the oldest out of one would walk over all the holes that it left before.
  let young = new Set<string>();
  let old = new Set<string>();
  const sent = { has: (id: string) => young.has(id) || old.has(id) };
  return {
    add(id) {
      if (young.size >= REMEMBERED) [old, young] = [young, new Set()];
      young.add(id);
    },
    meant(written) {
      const known = written.find((id) => sent.has(id));
      if (known !== undefined) return [known];
      const possible = [...new Set([...written, ...written.flatMap(twinsOf)])];
      const twin = possible.find((id) => sent.has(id));
      return twin === undefined ? possible : [twin];
    },
  };
}

/** The other spellings of an id that is a number: hex of a decimal, decimal of a hex, either case, leading zeros. */
export function twinsOf(id: string): string[] {
  const twins = new Set<string>();
  if (/^\d{1,20}$/.test(id)) {
    const hex = BigInt(id).toString(16);
    for (const width of RESPONSE_WIDTHS)
      twins.add(hex.padStart(width, '0')).add(hex.padStart(width, '0').toUpperCase());
  }
  if (/^[0-9a-f]{1,16}$/i.test(id)) {
    twins
      .add(BigInt(`0x${id}`).toString())
      .add(id.toLowerCase())
      .add(id.toUpperCase());
  }
  twins.delete(id);
  return [...twins];
}
