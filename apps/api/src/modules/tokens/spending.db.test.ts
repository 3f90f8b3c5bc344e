import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';
import { runSmsCommand } from './index.ts';

const TELKOMSEL = '+6281234100001';
const TRI = '+6289534100001';

let house: House;
let taxpayerId: string;
let entered: string;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
  taxpayerId = (await house.taxpayer()).id;
  const token = await codeFor(house, taxpayerId, { to: TELKOMSEL, purpose: 'SIGN_IN' });
  entered = token.id;
  await house.tokens.verify(caller({ taxpayerId }), {
    tokenId: entered,
    code: await house.codeTo(TELKOMSEL),
  });
  await codeFor(house, taxpayerId, { to: TRI, purpose: 'CONFIRM_CHANNEL' });
  await codeFor(house, taxpayerId, { to: 'wp@gmail.com', binding: 'free' });
  await house.codeTo('wp@gmail.com');
  await house.until(async () => (await spending()).includes('sms:tri'));
});
afterAll(() => house.close());

const run = (...args: string[]) => runSmsCommand(house.db.read, args);
const spending = (...args: string[]) => run('spending', ...args);
/** The cells of each line but the heading, which names them. */
const rows = async (...args: string[]) =>
  (await spending(...args))
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/ {2,}/));

describe('what SMS cost', () => {
  it('is told by lane, the dearest first, with the share of codes that were entered', async () => {
    expect(await rows()).toEqual([
      ['sms:tri', '1', '1', '380', '0 %'],
      ['sms:telkomsel', '1', '1', '350', '100 %'],
    ]);
  });

  it('is told by number block and by purpose', async () => {
    expect((await rows('--by', 'prefix')).map(([key]) => key)).toEqual(['+6289534', '+6281234']);
    expect((await rows('--by', 'purpose')).map(([key]) => key)).toEqual(['CONFIRM_CHANNEL', 'SIGN_IN']);
  });

  it('is told by network and by token', async () => {
    expect(await rows('--by', 'network')).toEqual([['n', '2', '2', '730', '50 %']]);
    expect(await rows('--by', 'token')).toContainEqual([entered, '1', '1', '350', '100 %']);
  });

  it('is told by number, as a blind index that names nobody', async () => {
    const told = await spending('--by', 'number');
    expect(told).toContain(Buffer.from(house.secrets.index('SMS', TRI)).toString('hex'));
    expect(told).not.toMatch(/89534100001|81234100001/);
  });

  it('is told of the hours asked for', async () => {
    await house.advance(3 * 3600);
    expect(await spending('--hours', '2')).toBe('No SMS within 2 h.');
    expect(await rows('--hours', '4')).toHaveLength(2);
    expect(await rows('--hours', '4', '--limit', '1')).toHaveLength(1);
  });

  it('stands in the metrics by lane and purpose, and so does how many codes were entered', async () => {
    const { body } = await house.portal.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('sampai_sms_rupiah_total{lane="sms:tri",purpose="CONFIRM_CHANNEL"} 380');
    expect(body).toContain('sampai_sms_rupiah_total{lane="sms:telkomsel",purpose="SIGN_IN"} 350');
    expect(body).toContain('sampai_sms_codes_total{prefix="+62812",outcome="asked"} 1');
    expect(body).toContain('sampai_sms_codes_total{prefix="+62812",outcome="verified"} 1');
    expect(body).not.toContain('sampai_sms_codes_total{prefix="+62895",outcome="verified"}');
  });

  it.each([
    [[], 'npm run sms -- spending'],
    [['spending', 'more'], 'npm run sms -- spending'],
    [['spending', '--to', 'x'], 'npm run sms -- spending'],
    [['spending', '--by', 'person'], '--by is one of lane'],
    [['spending', '--by', 'toString'], '--by is one of lane'],
    [['spending', '--hours', '0'], '--hours is a whole number'],
    [['spending', '--hours', '1e3'], '--hours is a whole number'],
    [['spending', '--limit', '99999999'], '--limit is a whole number'],
  ])('is not guessed at from %j', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });
});
