import { launchBrowser } from "@tooling/harness";
import type { NativeWordPress } from "@tooling/wordpress-harness";

/** The same page with and without the plugin: the timer's plugin decides which plugins there are. */
export const address = (site: NativeWordPress, isOn: boolean): string =>
  `${site.url}/?p=1&bench=${isOn ? "on" : "off"}`;

/** What a browser saw of a page. */
export interface SeenPage {
  readonly html: string;
  readonly requests: number;
  readonly shift: number;
}

/** A page in a real browser; what it asks of the server itself is not the page's. */
export async function pageOf(site: NativeWordPress, isOn: boolean): Promise<SeenPage> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().startsWith(site.url)) requests += 1;
  });
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as never as { shift: number }).shift += (entry as never as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route("https://calls.example.com/**", (route) => route.abort());
  await page.goto(address(site, isOn), { waitUntil: "load" });
  const shift = await page.evaluate(() => (window as never as { shift: number }).shift);
  await browser.close();
  const html = (await (await fetch(address(site, isOn))).text()).replace(/<!-- php [\d.]+ -->/, "");
  return { html, requests, shift };
}
