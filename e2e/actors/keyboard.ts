import type { Locator, Page } from '@playwright/test';

/** Nobody should have to press Tab more often than this to reach the next thing on a page. */
const MOST_TABS = 40;

/** Somebody without a mouse. */
export function makeKeyboard(page: Page) {
  /** Presses Tab until this has the focus. Fails when it never does. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${target} is not reached within ${MOST_TABS} tabs on ${page.url()}`);
  }

  return {
    reach,
    async type(target: Locator, text: string): Promise<void> {
      await reach(target);
      await page.keyboard.type(text);
    },
    async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
      await reach(target);
      await page.keyboard.press(key);
    },
    /** Chooses the nth answer (from 0) of the page's one group: Tab enters a group, arrows go through it. */
    async choose(nth: number): Promise<void> {
      await reach(page.getByRole('radio').first());
      if (nth === 0) await page.keyboard.press('Space');
      for (let down = 0; down < nth; down += 1) await page.keyboard.press('ArrowDown');
    },
  };
}
