import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails when the page shown has an accessibility violation (WCAG 2.2 AA and axe's best practice). */
export async function expectNoAxeViolations(page: Page, state = ''): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(); // judged when it is there, not while it loads
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found, `axe on ${page.url()} ${state}`).toEqual([]);
}

/** 1280 x 800 at 200 %, in CSS pixels. */
const ZOOMED = { width: 640, height: 400 };

/** Fails when the page shown has to be scrolled sideways at 200 % zoom (WCAG 2.2, 1.4.10 asks for as little as 320). */
async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const normal = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize(ZOOMED);
  const widths = await page
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => ({ content: scrollWidth, window: clientWidth }));
  await page.setViewportSize(normal);
  expect(widths.content, `width of ${page.url()} ${state} at 200 %`).toBeLessThanOrEqual(widths.window);
}

const LANGUAGES = [
  ['en', 'EN: English'],
  ['id', 'ID: Bahasa Indonesia'],
] as const;

/** The page shown stands up to everybody: in both languages, at 200 % zoom, to axe. Ends in Indonesian. */
export async function expectSound(page: Page): Promise<void> {
  for (const [lang, name] of LANGUAGES) {
    await page.getByRole('button', { name }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expectNoAxeViolations(page, lang);
    await expectNoSidewaysScroll(page, lang);
  }
}
