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

/**
 * Answers the consent banner and waits until the page shows what the server lends it. Another number than before would not
 * do: a page that is slow to come changes to its source's number first, without asking anybody.
 */
export async function acceptConsent(page: Page): Promise<void> {
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/v1/swap");
  await page.locator('[data-answer="granted"]').click();
  const { numbers }: { readonly numbers: readonly Shown[] } = await (await answered).json();
  const lent = numbers.filter(({ how }) => how !== "own" && how !== "source");
  if (lent.length === 0) throw new Error("The server lent this visit no number.");
  await page.locator(lent.map(({ e164 }) => `header a.phone[href="tel:${e164}"]`).join()).waitFor();
}

interface Shown {
  readonly e164: string;
  readonly how: string;
}

/** `(415) 555-0107` as `+14155550107`. */
export function toE164(shown: string): string {
  return `+1${shown.replace(/\D/g, "")}`;
}
