import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { makePostOffice, type PostOffice } from './actors/postOffice.ts';
import { makeTaxpayer, type Taxpayer } from './actors/taxpayer.ts';

type Actors = {
  postOffice: PostOffice;
  taxpayer: Taxpayer;
  /** Fails the journey when the page shown has an accessibility violation (WCAG 2.2 AA). */
  accessible: (page: Page) => Promise<void>;
};

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const test = base.extend<Actors>({
  postOffice: ({ request }, use) => use(makePostOffice(request)),
  taxpayer: ({ page, postOffice }, use) => use(makeTaxpayer(page, postOffice)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from the pattern
  accessible: ({}, use) =>
    use(async (page) => {
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
    }),
});

export { expect };
