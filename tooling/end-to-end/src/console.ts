import type { Browser, Page } from "playwright-core";

/** The console in a browser of the owner's, signed in by the one-time link. */
export async function openConsole(browser: Browser, ownerLink: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(ownerLink);
  await page.getByRole("heading", { name: /calls/i }).first().waitFor();
  return page;
}

/** Waits for the newest call to appear in the list by itself, opens it, and answers its id. */
export async function openNewestCall(page: Page): Promise<string> {
  const first = page.locator(".rt-calls tbody tr .rt-when a").first();
  await first.waitFor();
  await first.click();
  await page.waitForURL(/#\/calls\/[0-9a-f-]{36}/);
  return /#\/calls\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
}

/** Waits until the call's recording is stored and answers a short-lived link to it. */
export async function recordingLink(page: Page, call: string): Promise<string> {
  const origin = new URL(page.url()).origin;
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await page.request.get(`${origin}/v1/calls/${call}`);
    const { recording } = await answer.json();
    if (recording !== undefined) {
      const link = await page.request.post(`${origin}/v1/recordings/${recording.id}/links`, { headers: { origin } });
      return new URL((await link.json()).url, origin).href;
    }
    await page.waitForTimeout(200);
  }
  throw new Error("the recording was not stored within 20 s");
}
