import { expect, test } from 'vitest';
import { readCarriersFile } from '../../index.ts';

/** The limits that a route to this host keeps to. */
function limitsOf(host: string, more: object = {}) {
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const route = { name: 'r', kind: 'smtp', host, port: 25, lanes: ['mail:*'], ...more };
  const [read] = readCarriersFile(JSON.stringify({ sender, routes: [route] }), 'test').routes;
  if (read?.kind !== 'smtp') throw new Error('no route');
  return [read.connections, read.messagesPerConnection];
}

test.each([
  ['relay.pajak.example', 5, 1000],
  ['smtp-relay.gmail.com', 5, 1000], // where customers hand in, no exchanger
  ['smtp.google.com.pajak.example', 5, 1000],
  ['notgooglemail.com', 5, 1000],
  ['gmail-smtp-in.l.google.com', 5, 50],
  ['ASPMX.L.GOOGLE.COM.', 5, 50],
  ['smtp.google.com', 5, 50],
  ['mta5.am0.yahoodns.net', 5, 20],
  ['outlook-com.olc.protection.outlook.com', 5, 50],
  ['mx01.mail.icloud.com', 10, 5],
])('a route to %s has %i connections with %i mails over one', (host, connections, messages) => {
  expect(limitsOf(host)).toEqual([connections, messages]);
});

test('what the entry says of a limit holds, and the other one stays', () => {
  expect(limitsOf('smtp.google.com', { connections: 20 })).toEqual([20, 50]);
  expect(limitsOf('smtp.google.com', { messagesPerConnection: 1 })).toEqual([5, 1]);
});
