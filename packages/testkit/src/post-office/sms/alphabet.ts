// GSM 03.38 (3GPP TS 23.038, 6.2.1): the default alphabet in code order, 0x00 first, 0x1B the escape.
const DEFAULT =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);
const ESCAPE = 0x1b;

/**
 * What a handset shows for these bytes (SMPP 3.4, 5.2.19): 0 is the SMSC's own default alphabet, 1 IA5, 3 Latin-1,
 * 8 UCS-2. Others are shown as hex, which no test can mistake for a text.
 */
export function decodeText(bytes: Buffer, dataCoding: number, smscDefault: 'gsm' | 'latin1' = 'gsm'): string {
  if (dataCoding === 0) return smscDefault === 'gsm' ? fromGsm(bytes) : bytes.toString('latin1');
  if (dataCoding === 1) return bytes.toString('latin1');
  if (dataCoding === 3) return bytes.toString('latin1');
  if (dataCoding === 8)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return `0x${bytes.toString('hex')}`;
}

function fromGsm(bytes: Buffer): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === ESCAPE) {
      i += 1;
      const next = bytes[i];
      // An unknown escape is shown as the character of the main table (TS 23.038, 6.2.1.1).
      if (next !== undefined) text += EXTENSION.get(next) ?? DEFAULT[next & 0x7f] ?? ' ';
    } else {
      text += DEFAULT[byte] ?? '\ufffd';
    }
  }
  return text;
}
