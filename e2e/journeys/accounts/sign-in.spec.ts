import { expect, test } from '../../fixtures.ts';

test('an activated taxpayer signs in and finds their own page', async ({
  accessible,
  page,
  postOffice,
  taxpayer,
}) => {
  const budi = await postOffice.person('budi');
  await page.goto('/sign-in');
  await accessible(page);
  await taxpayer.signIn(budi);
  await taxpayer.isHome(budi);
  await accessible(page);
});

test('a wrong password is refused in words, and says nothing about the account', async ({
  page,
  postOffice,
  taxpayer,
}) => {
  const { identifier } = await postOffice.person('budi');
  await taxpayer.signIn({ identifier, password: 'Bukan-Kata-Sandi-1' });
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});
