import { freeSms, newcomer } from '../../actors/crowd.ts';
import { crowd } from '../../actors/network.ts';
import { expect, test } from '../../fixtures.ts';

test('from a network above its budget an activation goes through without a captcha (R69)', async ({
  page,
  somebody,
  taxpayer: { activation, shortcuts },
  postOffice,
}) => {
  const person = await somebody(newcomer, freeSms);
  const sent = await crowd(page, 'SetActivationChannels', 'setActivationChannels');
  await shortcuts.beginActivation(person);
  await activation.giveChannels(person);
  await expect(page.getByRole('button', { name: 'Memeriksa peramban Anda…' })).toBeVisible();
  await expect(activation.part('SMS')).toBeVisible();
  expect(sent()).toBe(2);
  await activation.enterCode('SMS', await postOffice.codeFor(person.phone ?? ''));
  await activation.isConfirmed('SMS');
});
