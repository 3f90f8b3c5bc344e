import { test as base, expect, type Page } from '@playwright/test';
import { type Crowd, makeCrowd } from './actors/crowd.ts';
import { makePostOffice, type PostOffice } from './actors/postOffice.ts';
import { makeTaxpayer, type Taxpayer } from './actors/taxpayer.ts';
import { expectNoAxeViolations } from './looks.ts';

type Actors = {
  postOffice: PostOffice;
  taxpayer: Taxpayer;
  /** Somebody of a kind whom no other journey plays. */
  somebody: Crowd;
  /** Fails the journey when the page shown has an accessibility violation (WCAG 2.2 AA). */
  accessible: (page: Page) => Promise<void>;
};

export const test = base.extend<Actors>({
  postOffice: async ({ request }, use) => {
    const postOffice = makePostOffice(request);
    await use(postOffice);
    await postOffice.tidy();
  },
  taxpayer: ({ page, postOffice }, use) => use(makeTaxpayer(page, postOffice)),
  somebody: ({ postOffice }, use, { project }) => use(makeCrowd(postOffice, project.outputDir)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from the pattern
  accessible: ({}, use) => use((page) => expectNoAxeViolations(page)),
});

export { expect };
