import { toGsm7 } from '../gsm7.ts';

/**
 * What a carrier reads. `gsm`: its default alphabet is GSM 03.38, as the standard says (data_coding 0).
 * `latin1`: Latin-1, labelled so (3). `ia5`: ASCII (1). `default-latin1`: data_coding 0, but read as Latin-1, so that
 * a GSM `@` would show as NUL and break the line that binds the code to our site.
 */
export const ALPHABETS = ['gsm', 'latin1', 'ia5', 'default-latin1'] as const;
export type Alphabet = (typeof ALPHABETS)[number];

export type EncodedText = { dataCoding: number; bytes: Buffer };

const UCS2 = 8;
const LABELS: Record<Alphabet, number> = { gsm: 0, latin1: 3, ia5: 1, 'default-latin1': 0 };

/** The octets to send and their label (SMPP 3.4, 5.2.19). A text the alphabet cannot write goes as UCS-2. */
export function encodeText(text: string, alphabet: Alphabet): EncodedText {
  const bytes = inAlphabet(text, alphabet);
  return bytes ? { dataCoding: LABELS[alphabet], bytes } : { dataCoding: UCS2, bytes: ucs2(text) };
}

function inAlphabet(text: string, alphabet: Alphabet): Buffer | undefined {
  if (alphabet === 'gsm') return toGsm7(text);
  const highest = alphabet === 'ia5' ? 0x7f : 0xff;
  for (const sign of text) if ((sign.codePointAt(0) ?? 0) > highest) return undefined;
  return Buffer.from(text, 'latin1');
}

const ucs2 = (text: string) => Buffer.from(text, 'utf16le').swap16();
