import type { Browser, Page } from "playwright-core";

/** The ad click of the main job. */
export const adLanding =
  "/demo?utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=emergency+plumber&gclid=test-1";

/** The shop in a browser context of its own: another person. */
export async function openShop(browser: Browser, url: string, path: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return page;
}

/** The number as the page shows it in its header, and the link behind it. */
export async function numberShown(page: Page): Promise<{ readonly text: string; readonly link: string }> {
  const link = page.locator("header a.phone");
  return {
    text: (await link.locator(".phone-number").innerText()).trim(),
    link: (await link.getAttribute("href")) ?? "",
  };
}

/** Half of the time for which a number waits for its answer (`holdMs`): the page needs the rest to write it. */
const promptMs = 200;

/**
 * Answers the consent banner and waits until the page shows what the server lends it. Another number than before would not
 * do: a page that is slow to come changes to its source's number first, without asking anybody.
 */
export async function acceptConsent(page: Page): Promise<void> {
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/v1/swap");
  await page.locator('[data-answer="granted"]').click();
  const clickedAt = Date.now();
  const { numbers }: { readonly numbers: readonly Shown[] } = await (await answered).json();
  const isPrompt = Date.now() - clickedAt < promptMs;
  const lent = numbers.filter(({ how }) => how !== "own" && how !== "source");
  if (lent.length === 0) throw new Error("The server lent this visit no number.");
  const shown = page.locator(lent.map(({ e164 }) => `header a.phone[href="tel:${e164}"]`).join());
  // On a busy machine the answer comes late, and a number that was shown meanwhile changes only where nobody looks.
  if (!isPrompt) await lookAway(page, () => shown.waitFor({ state: "attached" }));
  await shown.waitFor();
}

/** Has the page's header out of view until something has come. */
async function lookAway(page: Page, until: () => Promise<void>): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ ...size, height: 120 });
  await page.evaluate("scrollTo(0, document.body.scrollHeight)");
  await until();
  await page.evaluate("scrollTo(0, 0)");
  await page.setViewportSize(size);
}

interface Shown {
  readonly e164: string;
  readonly how: string;
}

/** `(415) 555-0107` as `+14155550107`. */
export function toE164(shown: string): string {
  return `+1${shown.replace(/\D/g, "")}`;
}
