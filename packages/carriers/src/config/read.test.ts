import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { CarriersFileError, readCarriersFile } from './read.ts';

const GOOD = `# who we are
sender:
  name: Sampai
  address: sampai@pajak.example
  host: localhost
routes:
  - name: telkomsel
    kind: smpp
    host: 127.0.0.1
    port: 2775
    systemId: sampai
    passwordEnv: TELKOMSEL_PASSWORD
    lanes: ['sms:telkomsel']
  - name: relay
    kind: smtp
    host: relay.example
    port: 587
    lanes: [mail:gmail, 'mail:*']
`;
const ENV = { TELKOMSEL_PASSWORD: 's3cret' };

function errorOf(text: string, env: Record<string, string> = ENV): CarriersFileError {
  try {
    readCarriersFile(text, 'carriers.yaml', env);
  } catch (error) {
    if (error instanceof CarriersFileError) return error;
    throw error;
  }
  throw new Error('was taken');
}

test('a file is read with its defaults, and a password shows itself to nobody who did not ask', () => {
  const config = readCarriersFile(GOOD, 'carriers.yaml', ENV);
  const [smpp, smtp] = config.routes;
  expect(smpp).toMatchObject({
    kind: 'smpp',
    window: 20,
    alphabet: 'gsm',
    originLine: true,
    receipts: true,
    bind: 'auto',
  });
  expect(smtp).toMatchObject({ kind: 'smtp', connections: 5, messagesPerConnection: 1000, tls: 'ifOffered' });
  expect(smpp?.password?.reveal()).toBe('s3cret');
  expect(`${JSON.stringify(config)}${inspect(config, { depth: 9 })}${smpp?.password}`).not.toContain(
    's3cret',
  );
});

test('JSON is read as well, with tabs', () => {
  const json = JSON.stringify(
    {
      sender: { name: 'S', address: 's@x.id', host: 'x.id' },
      routes: [{ name: 'r', kind: 'smtp', host: 'h', port: 25, lanes: ['mail:*'] }],
    },
    null,
    '\t',
  );
  expect(readCarriersFile(json, 'c.json').routes).toHaveLength(1);
});

const BOMB = [...'abcdefghij']
  .map(
    (name, i) =>
      `${name}: &${name} [${Array(9)
        .fill(i === 0 ? 'x' : `*${'abcdefghij'[i - 1]}`)
        .join(', ')}]`,
  )
  .join('\n');
test.each([
  ['a port out of range', GOOD.replace('2775', '99999'), 10, 'routes.0.port'],
  ['a key nobody knows', GOOD.replace('systemId', 'sytemId'), 11, 'sytemId'],
  ['a missing key', GOOD.replace('    systemId: sampai\n', ''), 7, 'systemId'],
  ['a kind nobody has', GOOD.replace('kind: smtp', 'kind: pigeon'), 15, 'routes.1.kind'],
  ['a lane of the other channel', GOOD.replace("['sms:telkomsel']", "['mail:gmail']"), 13, 'sms:'],
  ['a name twice', GOOD.replace('name: relay', 'name: telkomsel'), 14, 'two routes are called telkomsel'],
  [
    'both passwords',
    GOOD.replace('    port: 2775', '    port: 2775\n    password: x'),
    13,
    'both password and passwordEnv',
  ],
  [
    'a signature for a domain that is not ours',
    `${GOOD}    dkim: { domain: sender.example, selector: s1, privateKeyFile: /k }\n`,
    19,
    'routes.1.dkim.domain',
  ],
  ['a broken line', GOOD.replace('  host: localhost', '  host: [localhost'), 6, ''],
  ['an address that is none', GOOD.replace('sampai@pajak.example', 'sampai'), 4, 'sender.address'],
  ['nothing', '', 1, ''],
  ['no text at all', '\0\x01\ufffd\n', 1, ''],
  ['a reference to nothing', GOOD.replace('host: localhost', 'host: *nobody'), 5, 'nobody'],
  ['references without end', BOMB, 1, ''],
  ['no route', GOOD.replace(/routes:[\s\S]*/, 'routes: []'), 6, 'routes'],
])('%s is refused with the line at fault', (_, text, line, named) => {
  const error = errorOf(text);
  expect(error.message).toContain(`carriers.yaml:${line}: `);
  expect(error.message).toContain(named);
  expect(error.line).toBe(line);
});

test('a signature for the domain of From, or one above or below it, is taken', () => {
  for (const domain of ['pajak.example', 'mail.pajak.example', 'PAJAK.example']) {
    const dkim = `    dkim: { domain: ${domain}, selector: s1, privateKeyFile: /k }\n`;
    expect(readCarriersFile(GOOD + dkim, 'carriers.yaml', ENV).routes).toHaveLength(2);
  }
});

test('a password that the environment lacks is named, its line with it', () => {
  expect(errorOf(GOOD, {}).message).toBe(
    'carriers.yaml:12: the environment variable TELKOMSEL_PASSWORD is not set',
  );
});
