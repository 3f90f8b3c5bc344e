import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails when the page shown has an accessibility violation (WCAG 2.2 AA and axe's best practice). */
export async function expectNoAxeViolations(page: Page, state = ''): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(); // judged when it is there, not while it loads
  // "Legacy" is axe without its second page for foreign frames: we have none, and it is more than twice as fast.
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found, `axe on ${page.url()} ${state}`).toEqual([]);
}

/** 1280 x 800 at 200 %, in CSS pixels. */
const ZOOMED = { width: 640, height: 400 };

/** Fails when the page shown has to be scrolled sideways. */
async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page
    .locator('html')
    .evaluate((html) => ({ scrollWidth: html.scrollWidth, clientWidth: html.clientWidth }));
  expect(scrollWidth, `width of ${page.url()} ${state}`).toBeLessThanOrEqual(clientWidth);
}

async function speak(page: Page, name: string, lang: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
}

/**
 * The page shown stands up to everybody: in English as somebody sees it at 200 % zoom, then in Indonesian in a whole
 * window, to axe and without scrolling sideways. Ends in Indonesian.
 */
export async function expectSound(page: Page): Promise<void> {
  const whole = page.viewportSize() ?? { width: 1280, height: 800 };
  await speak(page, 'English', 'en');
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page, 'in English at 200 %');
  await expectNoAxeViolations(page, 'in English at 200 %');
  await speak(page, 'Bahasa Indonesia', 'id');
  await expectNoSidewaysScroll(page, 'in Indonesian at 200 %');
  await page.setViewportSize(whole);
  await expectNoSidewaysScroll(page, 'in Indonesian');
  await expectNoAxeViolations(page, 'in Indonesian');
}
