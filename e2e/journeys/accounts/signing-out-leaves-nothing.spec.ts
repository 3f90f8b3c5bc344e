import { activated } from '../../actors/crowd.ts';
import { expect, test } from '../../fixtures.ts';

test('after signing out, Back shows nothing personal', async ({ page, somebody, taxpayer }) => {
  const person = await somebody(activated);
  await taxpayer.comeHome(person);
  await taxpayer.filing.open(2024);
  await taxpayer.signOut();

  for (let step = 0; step < 4; step += 1) {
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
    await expect(page.locator('body')).not.toContainText(person.name);
  }
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
});
