import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';

/**
 * What stands behind the "?" is read as JSON, but for numbers with more digits than a JSON number keeps: the number of
 * a receipt, which people bring along from a QR code, is text and must arrive digit by digit.
 */
function read(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'number' && String(value) !== text)
    throw new SyntaxError('more digits than a number keeps');
  return value;
}

export const parseSearch = parseSearchWith(read);
export const stringifySearch = stringifySearchWith(JSON.stringify, read);
