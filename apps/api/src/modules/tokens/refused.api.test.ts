import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { codeFor } from '#testing/tokens';
import { delaySentence } from './index.ts';
import { PHONE, useSomebody } from './testing/somebody.ts';

const some = useSomebody();
const { person, sentTo, view } = some;

it.each<[string, SendOutcome]>([
  ['421-4.7.28', { kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421-4.7.28 unusual rate' }],
  ['451 4.7.500', { kind: 'deferred', scope: 'lane', signal: 'slow-down', reply: '451 4.7.500 Server busy' }],
  ['450 4.2.0', { kind: 'deferred', scope: 'message', reply: '450 4.2.0 greylisted' }],
])('a code that a provider puts off with %s is said to be, from the first time on', async (_, answer) => {
  await person();
  some.house.carriers.mail.answer = () => answer;
  const token = await codeFor(some.house, some.id, { to: some.email });
  await some.house.until(async () => (await view(token.id)).messages[0]?.putOff);
  const [message] = (await view(token.id)).messages;
  for (const locale of ['id', 'en'] as const) {
    const said = message && delaySentence(message, locale);
    expect(said).toMatch(/^Gmail /);
    expect(said).not.toMatch(/belum memberi kabar|No word/);
  }
});

describe('an address that refuses its code', () => {
  const refuse: SendOutcome = { kind: 'refused', scope: 'recipient', reply: '550 5.1.1' };
  const confirm = (to: string) =>
    codeFor(some.house, some.id, { to, binding: to, purpose: 'CONFIRM_CHANNEL' });
  const refused = (tokenId: string) =>
    some.house.until(async () => (await view(tokenId)).messages[0]?.state === 'REFUSED');

  it('is advised to be left for the other one, as long as that one may be reached (R45)', async () => {
    await person();
    const mail = await confirm(some.email);
    some.house.carriers.sms.answer = () => refuse;
    const sms = await confirm(`${PHONE.free}${some.count}`);
    await refused(sms.id);
    expect((await view(sms.id)).advice).toMatchObject({ channel: 'EMAIL', confirm: true });
    expect((await view(mail.id)).advice).toBeNull();
  });

  it('is no way out of another one that refused its code, and that one none of it', async () => {
    await person();
    some.house.carriers.sms.answer = () => refuse;
    some.house.carriers.mail.answer = () => refuse;
    const tokens = [await confirm(some.email), await confirm(`${PHONE.free}${some.count}`)];
    for (const token of tokens) await refused(token.id);
    for (const token of tokens) expect((await view(token.id)).advice).toBeNull();
  });
});

describe('a full mailbox', () => {
  it('is said to be full, and takes the same code once there is room, asked for a minute later', async () => {
    await person();
    const full = '552 5.2.2 The recipient inbox is out of storage space';
    some.house.carriers.mail.answer = () => ({ kind: 'refused', scope: 'recipient', reply: full });
    const token = await codeFor(some.house, some.id, { to: some.email });
    await some.house.until(async () => (await view(token.id)).messages[0]?.state === 'REFUSED');
    const seen = await view(token.id);
    const [message] = seen.messages;
    expect(message && delaySentence(message, 'en')).toBe(
      'That mailbox is full; the address itself is right. Delete some messages there, then ask for it again.',
    );
    expect(seen.resendWays).toMatchObject([{ channel: 'EMAIL' }]);
    some.house.carriers.mail.answer = () => undefined;
    await some.house.advance(61);
    const asked = { tokenId: token.id, channel: null, acceptPrice: null, locale: 'id' } as const;
    const again = await some.house.tokens.resend({ subject: subjectOf(some.id), flowHash: null }, asked);
    expect(again.verdict).toBe('sent');
    await some.house.until(() => sentTo(some.email).length === 2);
  });
});

describe('a code that both channels refuse', () => {
  const ask = (tokenId: string, channel: 'SMS' | 'EMAIL') =>
    some.house.tokens.resend(
      { subject: subjectOf(some.id), flowHash: null },
      { tokenId, channel, acceptPrice: null, locale: 'id' },
    );
  const refusedBoth = (tokenId: string) =>
    some.house.until(async () => {
      const { messages } = await view(tokenId);
      return messages.length === 2 && messages.every(({ state }) => state === 'REFUSED');
    });
  const said = async (tokenId: string) =>
    (await view(tokenId)).messages.map((message) => delaySentence(message, 'en'));

  it('for their addresses is nowhere advised to go by the other one: the address is to be right, or the office helps', async () => {
    const refuse: SendOutcome = { kind: 'refused', scope: 'recipient', reply: '550 5.1.1' };
    for (const carrier of Object.values(some.house.carriers)) carrier.answer = () => refuse;
    await person({ phone: `${PHONE.free}${some.count}` });
    const token = await codeFor(some.house, some.id, { to: some.email });
    await refusedBoth(token.id);
    expect((await view(token.id)).advice).toBeNull();
    for (const channel of ['SMS', 'EMAIL'] as const)
      expect(await ask(token.id, channel)).toEqual({
        ...{ verdict: 'would-not-help', advice: null, until: null, refused: true },
      });
    for (const sentence of await said(token.id)) expect(sentence).toMatch(/if it is right, call Kring Pajak/);
  });

  it('by themselves is to be asked for later, by either', async () => {
    const refuse: SendOutcome = { kind: 'refused', scope: 'message', reply: '554 5.6.0' };
    for (const carrier of Object.values(some.house.carriers)) carrier.answer = () => refuse;
    await person({ phone: `${PHONE.free}${some.count}` });
    const token = await codeFor(some.house, some.id, { to: some.email });
    await refusedBoth(token.id);
    for (const channel of ['SMS', 'EMAIL'] as const)
      expect(await ask(token.id, channel)).toMatchObject({ verdict: 'too-soon' });
    for (const sentence of await said(token.id)) expect(sentence).toMatch(/Ask for it again in a while/);
  });

  it('says of the refused one that the code is in the other message, where that one gets on', async () => {
    some.house.carriers.mail.answer = () => ({ kind: 'refused', scope: 'recipient', reply: '550 5.1.1' });
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    const token = await codeFor(some.house, some.id, { to: some.email });
    await some.house.until(() => sentTo(phone)[0]);
    expect((await said(token.id))[0]).toContain('The same code is in another message.');
  });
});
