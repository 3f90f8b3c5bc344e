import { smsParts } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import type { Purpose } from '../types.ts';
import { codeMail, codeSms } from './message-text.ts';

const PURPOSES: Purpose[] = [
  'CONFIRM_CHANNEL',
  'SUBMIT_RETURN',
  'SIGN_IN',
  'RESET_PASSWORD',
  'CHANGE_CHANNEL',
  'REGISTER',
];
const LOCALES = ['id', 'en'] as const;
const HOSTS = [
  'localhost',
  'djponline.pajak.go.id',
  'pelaporan-spt-tahunan.direktorat-tik.djponline.pajak.go.id',
];
const EVERY = PURPOSES.flatMap((purpose) => LOCALES.map((locale) => [purpose, locale] as const));
/** By every purpose that has one today, and by those that may be given one: the text has to fit either way. */
const WINDOW = 600;
const facts = (purpose: Purpose, locale: 'id' | 'en', windowSeconds: number | null = WINDOW) => ({
  ...{ code: '034567', reference: 'W9', purpose, locale, windowSeconds },
  // 23.59 WIB: the longest a clock gets.
  endsAt: new Date('2026-11-30T16:59:59Z'),
});
const LINK = /https?:|www\.|href|<a\b|mailto:/i;

describe.each(EVERY)('the SMS for %s in "%s"', (purpose, locale) => {
  it.each([null, ...HOSTS])('is one GSM-7 part (host %s)', (host) => {
    const { text } = codeSms(facts(purpose, locale), host);
    expect(smsParts(text)).toMatchObject({ alphabet: 'gsm7', parts: 1 });
  });

  it.each(HOSTS)('ends with the origin-bound line, alone and exact (host %s)', (host) => {
    const lines = codeSms(facts(purpose, locale), host).text.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toBe(`@${host} #034567`);
  });

  it('begins with the brand and the code, names the reference, and holds no link', () => {
    const { text } = codeSms(facts(purpose, locale), null);
    expect(text).toMatch(/^Sampai: 034567 \(ref W9\)/);
    expect(text).not.toMatch(LINK);
    expect(text).not.toContain('\n');
  });
});

describe.each(EVERY)('the clocks of the SMS for %s in "%s"', (purpose, locale) => {
  const minutes = locale === 'id' ? '10 menit sejak tiba' : '10 min from arrival';

  it.each([null, ...HOSTS])('are both told where the code has a window (R67; host %s)', (host) => {
    const { text } = codeSms(facts(purpose, locale), host);
    expect(text).toContain(minutes);
    expect(text).toContain('23.59 WIB');
  });

  it.each([null, ...HOSTS])('are the end alone where it has none (host %s)', (host) => {
    const { text } = codeSms(facts(purpose, locale, null), host);
    expect(text).toContain('23.59 WIB');
    expect(text).not.toMatch(/menit|\bmin\b/);
  });
});

describe('an SMS for a host too long for any text', () => {
  it('stays one part, without a line that would be cut', () => {
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
    const { text } = codeSms(facts('SUBMIT_RETURN', 'id'), host);
    expect(smsParts(text).parts).toBe(1);
    expect(text).toContain('034567');
    expect(text).not.toContain('@');
  });
});

describe.each(EVERY)('the mail for %s in "%s"', (purpose, locale) => {
  const mail = codeMail(facts(purpose, locale));

  it('has the code in its subject and in its first line', () => {
    expect(mail.subject).toContain('034567');
    expect(mail.text.split('\n')[0]).toContain('034567');
    expect(mail.html).toContain('034567');
  });

  it('has nothing to click', () => {
    expect(`${mail.subject}\n${mail.text}\n${mail.html}`).not.toMatch(LINK);
  });

  it('names the reference and the day of its end in WIB', () => {
    expect(mail.text).toContain('ref W9');
    expect(mail.text).toMatch(/30 November 23\.59 WIB/);
  });

  it('tells the window where there is one, and that asking again opens it again (R67)', () => {
    expect(mail.text).toMatch(
      locale === 'id'
        ? /10 menit sejak tiba, dan lagi 10 menit setiap kali Anda memintanya dikirim ulang; paling lambat 30/
        : /10 minutes from its arrival, and for 10 more each time you ask for it again; until 30/,
    );
    expect(codeMail(facts(purpose, locale, null)).text).not.toMatch(/menit|minutes/);
  });
});
