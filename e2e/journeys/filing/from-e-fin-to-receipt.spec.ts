import type { APIRequestContext, Page } from '@playwright/test';
import type { PostOffice } from '../../actors/postOffice.ts';
import { expect, test } from '../../fixtures.ts';

const YEAR = 2024;

test('a newcomer activates, files a 1770 SS with a code by SMS, and holds the receipt (R18, R33, R34, R45, R46, R108)', async ({
  page,
  postOffice,
  request,
  taxpayer,
}) => {
  const siti = await postOffice.person('siti');
  const { phone = '', email = '' } = siti;
  const password = 'Tenun-Ikat-Sumba-94';
  const { activation, filing } = taxpayer;

  await activation.identify(siti);
  await activation.giveChannels(siti);
  await activation.enterCode('SMS', await postOffice.codeFor(phone));
  await activation.isConfirmed('SMS');
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
  await activation.setPassword(password);

  // What activation gave is what one signs in with from now on.
  await taxpayer.signOut();
  await taxpayer.comeHome({ ...siti, password });
  await filing.open(YEAR);
  await filing.fillIn();
  await filing.review();
  const asked = await filing.askForCode('SMS');
  await filing.send(await postOffice.codeFor(phone, asked));

  const number = await filing.receipt();
  await theReceiptHolds({ page, request, postOffice, number, email, name: siti.name });
});

test('one without a phone does the same by e-mail alone (R18, R33, R45, R46, R108)', async ({
  page,
  postOffice,
  request,
  taxpayer,
}) => {
  const dewi = await postOffice.person('dewi');
  const { email = '' } = dewi;
  const { activation, filing } = taxpayer;

  await activation.identify(dewi);
  await activation.giveChannels({ email });
  await activation.enterCode('EMAIL', await postOffice.codeFor(email));
  await activation.isConfirmed('EMAIL');
  await activation.setPassword('Warung-Dewi-Kotagede');

  await filing.open(YEAR);
  await filing.fillIn();
  await filing.review();
  const asked = await filing.askForCode('EMAIL');
  await filing.send(await postOffice.codeFor(email, asked));

  const number = await filing.receipt();
  await theReceiptHolds({ page, request, postOffice, number, email, name: dewi.name });
});

type Held = {
  page: Page;
  /** Somebody who is not signed in. */
  request: APIRequestContext;
  postOffice: PostOffice;
  number: string;
  email: string;
  name: string;
};

/** The PDF is the owner's alone, the mail has it attached, and anybody may ask whether the number is genuine. */
async function theReceiptHolds({ page, request, postOffice, number, email, name }: Held): Promise<void> {
  const link = page.getByRole('link', { name: 'Unduh tanda terima (PDF)' });
  const address = (await link.getAttribute('href')) ?? '';
  const owners = await page.request.get(address);
  expect(owners.status()).toBe(200);
  expect(owners.headers()['content-type']).toBe('application/pdf');
  expect((await owners.body()).subarray(0, 4).toString()).toBe('%PDF');
  expect((await request.get(address)).status()).toBe(404);

  const mail = await postOffice.mailAbout(email, /^Bukti Penerimaan Elektronik/);
  expect(mail.text).toContain(number);
  expect(mail.attachments).toMatchObject([{ filename: `BPE-${number}.pdf`, contentType: 'application/pdf' }]);

  await page.getByRole('link', { name: 'Buka pemeriksaan tanda terima' }).click();
  await expect(page.getByText('Tanda terima ini asli.')).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText(number.replace(/(.{4})(?=.)/g, '$1 ')); // as it stands on the sheet
  await expect(main).toContainText(String(YEAR));
  await expect(main).toContainText('1770 SS');
  await expect(main).not.toContainText(name);

  // Whoever gets the mail, or points a phone at the QR code, comes by this address.
  await page.goto(/http\S+\/verify\S+/.exec(mail.text)?.[0] ?? 'the mail names no address');
  await expect(page.getByText('Tanda terima ini asli.')).toBeVisible();
}
