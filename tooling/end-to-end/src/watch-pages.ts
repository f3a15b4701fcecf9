import type { Browser, BrowserContext } from "playwright-core";

/** What went against the rules while pages were open. Empty is what we promise. */
export interface PagesWatched {
  /** `securitypolicyviolation` events: page, directive, what was refused. */
  readonly refused: string[];
  /** Requests that would have left this machine. None gets through: to the pages the rest of the world is offline. */
  readonly strangers: string[];
}

/** Another person's browser, without the world beyond this machine; notes what its pages wanted and were refused. */
export async function openWatched(browser: Browser, { refused, strangers }: PagesWatched): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.exposeBinding("noteRefusal", (_source, said: string) => void refused.push(said));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ documentURI, effectiveDirective, blockedURI, sample }) => {
      const { noteRefusal } = window as unknown as { readonly noteRefusal: (said: string) => void };
      noteRefusal(`${documentURI}: ${effectiveDirective} refused ${blockedURI} ${sample}`);
    });
  });
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith("http") && !["127.0.0.1", "localhost"].includes(hostname),
    (route) => {
      strangers.push(route.request().url());
      return route.abort("internetdisconnected");
    },
  );
  return context;
}
