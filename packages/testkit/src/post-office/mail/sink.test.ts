import { once } from 'node:events';
import { connect } from 'node:net';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PostOffice, startPostOffice } from '../start.ts';

let office: PostOffice;
beforeEach(async () => {
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0 });
});
afterEach(() => office.close());

const post = (to = 'Budi@Gmail.com', more: object = {}) =>
  nodemailer
    .createTransport({ host: '127.0.0.1', port: office.ports.smtp, ignoreTLS: true, socketTimeout: 2000 })
    .sendMail({
      from: 'sampai@pajak.example',
      to,
      subject: 'Kode 482913',
      text: 'Kode Anda 482913.\né',
      ...more,
    });

test('a mail stands in its mailbox with subject, text and code', async () => {
  await post();
  expect(office.messages('budi@gmail.com')).toMatchObject([
    {
      to: 'budi@gmail.com',
      channel: 'EMAIL',
      from: 'sampai@pajak.example',
      subject: 'Kode 482913',
      code: '482913',
    },
  ]);
  expect(office.messages('budi@gmail.com')[0]?.text).toBe('Kode Anda 482913.\né');
});

test('two recipients have a mail each', async () => {
  await post('a@x.id, b@y.id');
  expect(office.messages('a@x.id')).toHaveLength(1);
  expect(office.messages('b@y.id')).toHaveLength(1);
});

test('a sender that goes away in the middle of a mail does no harm', async () => {
  const sender = connect({ host: '127.0.0.1', port: office.ports.smtp });
  for (const line of ['EHLO x', 'MAIL FROM:<a@x.id>', 'RCPT TO:<b@y.id>', 'DATA']) {
    await once(sender, 'data');
    sender.write(`${line}\r\n`);
  }
  await once(sender, 'data');
  sender.write('Subject: half a mail\r\n\r\nKode');
  sender.destroy();
  // Vitest fails on a rejection that nobody handles; the program would end with it.
  await post('c@y.id');
  expect(office.messages()).toHaveLength(1);
});

test('an ordered reply reaches the client as that code and text, at RCPT or after DATA', async () => {
  const reply = '421 4.7.28 Gmail has detected an unusual rate of mail originating from your DKIM domain';
  office.faults.add({ match: { domain: 'gmail.com' }, fault: { kind: 'defer', reply, times: 1 } });
  await expect(post()).rejects.toMatchObject({ responseCode: 421, response: expect.stringContaining(reply) });
  office.faults.add({
    match: { channel: 'EMAIL' },
    fault: { kind: 'refuse', reply: '554 5.7.9 no', at: 'DATA', times: 1 },
  });
  await expect(post()).rejects.toMatchObject({
    responseCode: 554,
    response: expect.stringContaining('5.7.9 no'),
  });
  await post();
  expect(office.messages()).toHaveLength(1);
});

test('a mail is lost without a word, late, or cut off, as ordered', async () => {
  office.faults.add({ match: {}, fault: { kind: 'lose', times: 1 } });
  await post();
  expect(office.messages()).toEqual([]);
  office.faults.add({ match: {}, fault: { kind: 'delay', seconds: 0.05, times: 1 } });
  await post();
  expect(office.messages()).toEqual([]);
  await office.nextMessage('budi@gmail.com', { after: 0 });
  office.faults.add({ match: {}, fault: { kind: 'cut', times: 1 } });
  await expect(post()).rejects.toThrow();
});

test('an attachment keeps its name and its bytes', async () => {
  await post('budi@gmail.com', {
    attachments: [{ filename: 'BPE é.pdf', content: Buffer.from('%PDF-1.7') }],
  });
  const [message] = office.messages();
  expect(message?.attachments).toEqual([{ filename: 'BPE é.pdf', contentType: 'application/pdf', bytes: 8 }]);
  const file = await fetch(`${office.urls.http}/messages/${message?.id}/files/0`);
  expect(await file.text()).toBe('%PDF-1.7');
});

test('a refusal that lets us wait comes after its seconds by the clock of the post office', async () => {
  office.clock.set({ rate: 20 });
  office.faults.add({ match: {}, fault: { kind: 'defer', reply: '421 4.7.28 slowly', tarpitSeconds: 4 } });
  const began = performance.now();
  await expect(post()).rejects.toMatchObject({ responseCode: 421 });
  expect(performance.now() - began).toBeGreaterThan(190);
});
