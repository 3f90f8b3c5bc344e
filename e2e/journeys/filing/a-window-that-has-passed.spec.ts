import type { Page } from '@playwright/test';
import { activated } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';
import { expectSound } from '../../looks.ts';

test('a code whose window has passed is said to count again once it is asked for, the free way first (R67, R71)', async ({
  page,
  somebody,
  taxpayer: { filing, shortcuts },
}) => {
  await shortcuts.openDraft(await somebody(activated), 2024, 'statement');
  await filing.askForCode('EMAIL');
  await letWindowPass(page);
  await page.reload();

  await expect(page.getByText(/^Masa berlaku kode ini lewat pukul \d\d\.\d\d WIB\.$/)).toBeVisible();
  await expect(
    page.getByText(/kode yang sama berlaku lagi, juga yang sudah ada di pesan Anda/),
  ).toBeVisible();
  await expect(page.getByText(/tidak akan dikirim lagi/)).toBeHidden();
  // What is typed meanwhile is kept; it can be sent when the code counts again.
  await page.getByRole('textbox', { name: /^Kode dari/ }).fill('123456');
  await expect(page.getByRole('button', { name: 'Kirim SPT' })).toBeHidden();
  await expect(page.getByRole('button', { name: /^Kirim (ulang|juga) lewat/ }).first()).toContainText(
    'gratis',
  );
  await expectSound(page);
});

/** In this browser the token reads as ten minutes later: a real clock would have to be turned for everybody. */
async function letWindowPass(page: Page): Promise<void> {
  // What the socket tells of the message, if it is taken only now, would tell of a window that has not passed.
  await page.routeWebSocket('**/graphql', (socket) => socket.close());
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName: string };
    if (operationName !== 'Token') return route.fallback();
    const response = await route.fetch();
    const json = (await response.json()) as { data: { token: Record<string, unknown> } };
    const validUntil = new Date(Date.now() - 60_000).toISOString();
    const open = { resendAt: null, resendWays: [{ channel: 'EMAIL', at: null }] };
    Object.assign(json.data.token, { state: 'EXPIRED', windowPassed: true, ...open, validUntil });
    await route.fulfill({ response, json });
  });
}
