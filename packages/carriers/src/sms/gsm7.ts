// GSM 03.38 (3GPP TS 23.038, 6.2.1): the default alphabet in code order. 0x1B is the escape and stands for no sign.
const DEFAULT =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f\u000a^\u0014{\u0028}\u0029\\\u002f[\u003c~\u003d]\u003e|\u0040€\u0065';
const ESCAPE = 0x1b;

const CODES = new Map<string, number[]>();
for (let code = 0; code < DEFAULT.length; code += 1)
  if (code !== ESCAPE) CODES.set(DEFAULT.charAt(code), [code]);
for (let i = 0; i < EXTENSION.length; i += 2) {
  CODES.set(EXTENSION.charAt(i), [ESCAPE, EXTENSION.charCodeAt(i + 1)]);
}

const ONE_PART = { gsm7: 160, ucs2: 70 };
const PART_OF_MANY = { gsm7: 153, ucs2: 67 };

/**
 * The text in the GSM default alphabet, a septet an octet, as SMPP carries it. `@` is 0x00 there, not 0x40.
 * @returns undefined when it holds a sign the alphabet lacks (a curly quote is enough)
 */
export function toGsm7(text: string): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let end = 0;
  for (const sign of text) {
    const codes = CODES.get(sign);
    if (!codes) return undefined;
    for (const code of codes) {
      bytes[end] = code;
      end += 1;
    }
  }
  return bytes.subarray(0, end);
}

/** How a text is sent: in which alphabet, how many units of it (septets or UTF-16 units), in how many parts. */
export function smsParts(text: string): { alphabet: 'gsm7' | 'ucs2'; units: number; parts: number } {
  const gsm = toGsm7(text);
  const alphabet = gsm ? 'gsm7' : 'ucs2';
  const units = gsm ? gsm.length : text.length;
  return {
    alphabet,
    units,
    parts: units <= ONE_PART[alphabet] ? 1 : Math.ceil(units / PART_OF_MANY[alphabet]),
  };
}

/** Whether a text is one GSM-7 part of 160: what a code must be, since each further part costs, and may come alone. */
export function fitsOneSms(text: string): boolean {
  const { alphabet, parts } = smsParts(text);
  return alphabet === 'gsm7' && parts === 1;
}
