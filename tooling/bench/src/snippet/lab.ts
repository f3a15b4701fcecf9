import { playApi, type PlayedApi } from "@ringtrail/snippet/testing";
import { launchBrowser } from "@tooling/harness";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Browser["newPage"]>>;

/** A page's head and body. */
export interface LabPage {
  readonly head?: string;
  readonly body: string;
}

/** A real Chromium and a server that gives it pages, scripts and our API; whatever else is asked is answered and forgotten. */
export interface Lab {
  readonly browser: Browser;
  readonly api: PlayedApi;
  /** Says what stands at an address from now on, and answers the address. */
  serve(path: string, text: string): string;
  servePage(path: string, page: LabPage): string;
  close(): Promise<void>;
}

/** The tag as the guide gives it, from the page's own origin. */
export const ourTag = `<script async src="/v1/sites/demo/ringtrail.js"></script>`;

/** Opens the lab. Every visitor's own number is `+1 415 555 0123`. */
export async function openLab(): Promise<Lab> {
  const texts = new Map<string, string>();
  const api = await playApi({ heartbeatSeconds: 30 }, async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://lab");
    request.resume();
    const text = texts.get(pathname);
    // Clocks are coarse on a page that others could look into.
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    response.setHeader("content-type", pathname.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
    response.end(text ?? (pathname.startsWith("/sink/") ? "{}" : ""));
    return true;
  });
  const browser = await launchBrowser();
  const serve = (path: string, text: string): string => {
    texts.set(path, text);
    return api.url + path;
  };
  return {
    browser,
    api,
    serve,
    servePage: (path, { head = "", body }) =>
      serve(path, `<!doctype html><html><head><title>A shop</title>${head}</head><body>${body}</body></html>`),
    close: async () => {
      await browser.close();
      await api.close();
    },
  };
}

/** A page of this many paragraphs, one in five with digits in it, and the business's number above and below. */
export function paragraphs(count: number): string {
  const number = `<p>Call <a href="tel:+14155550100">(415) 555-0100</a></p>`;
  const rows = Array.from({ length: count }, (_, row) => `<div><p>${words[row % words.length]}</p></div>`);
  return `<header>${number}</header><main>${rows.join("\n")}</main><footer>${number}</footer>`;
}

const words = [
  "We mend roofs of slate and tin, and leave nothing behind but a dry room below.",
  "Each visit begins with a cup of tea and a look at the gutters.",
  "Fits 12 models, 3 to a box, and leaves the house within 24 hours.",
  "Ask for Ann when it rains; ask for Bob when it does not.",
  "Our vans are green, our ladders are long, and our neighbours are kind.",
];

/** Waits until the number in the header is this visit's. */
export async function waitForSwap(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("header a")?.textContent === "(415) 555-0123");
}
