import { expect, it } from 'vitest';
import { withoutValues } from './without-values.ts';

it.each([
  [
    'Variable "$input" got invalid value "3171234567890123" at "input.efin"; String cannot represent a non string value: 3',
    'Variable "$input" is not valid at "input.efin".',
  ],
  [
    'Variable "$f" got invalid value { at "x": "budi@gmail.com" } at "f.facts[0]"; expected short strings by field code',
    'Variable "$f" is not valid at "f.facts[0]".',
  ],
  [
    'Variable "$c" got invalid value "budi@gmail.com"; Value "budi@gmail.com" does not exist',
    'Variable "$c" is not valid.',
  ],
  [
    'Enum "Channel" cannot represent non-enum value: "budi".',
    'Enum "Channel" cannot represent non-enum value.',
  ],
  [
    'String cannot represent a non string value: {nik: "budi"}',
    'String cannot represent a non string value.',
  ],
  [
    'Expected value of type "Rupiah", found "budi"; expected whole rupiah',
    'Expected value of type "Rupiah".',
  ],
  [
    'Value "budi" does not exist in "Channel" enum. Did you mean the enum value "EMAIL"?',
    'A value does not exist in "Channel" enum.',
  ],
  ['Syntax Error: Unexpected String "budi".', 'Syntax Error: Unexpected String.'],
  ['Syntax Error: Expected Name, found Int "3171234567890123".', 'Syntax Error: Expected Name.'],
  ['Syntax Error: Unterminated string.', 'Syntax Error: Unterminated string.'],
  [
    'Syntax Error: Document contains more that 1500 tokens. Parsing aborted.',
    'The document holds more than 1500 words and signs.',
  ],
  [
    'Cannot query field "sesion" on type "Query". Did you mean "session"?',
    'Cannot query field "sesion" on type "Query".',
  ],
  ['Cannot query field "nik3171234567890123" on type "Query".', 'Cannot query field "nik…" on type "Query".'],
  [
    'Field "StartActivationInput.efin" of required type "String!" was not provided.',
    'Field "StartActivationInput.efin" of required type "String!" was not provided.',
  ],
])('of %s is left: %s', (message, left) => {
  expect(withoutValues(message)).toBe(left);
});
