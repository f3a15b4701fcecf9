import { fileURLToPath } from "node:url";
import { playedKey, startContractServer, type ContractServer } from "@ringtrail/admin-screens/testing";
import { launchBrowser } from "@tooling/harness";
import { startWordPress, type PhpVersion, type WordPress, type WordPressSession } from "@tooling/wordpress-harness";
import type { Browser, Page } from "playwright-core";

/** The zip as an owner uploads it. Built by `pnpm build`. */
export const pluginZip: string = fileURLToPath(new URL("../dist/ringtrail.zip", import.meta.url));

/** A WordPress with the plugin, a server that plays the Ringtrail API, and a browser. */
export interface Site {
  readonly wordpress: WordPress;
  /** What it stands on. */
  readonly ground: Ground;
  readonly server: ContractServer;
  readonly browser: Browser;
  /** The administrator, signed in once: signing in costs WordPress more than a second. */
  readonly admin: WordPressSession;
  /** Saves the settings as the form would, without the form. */
  readonly connect: (settings?: Partial<ConnectSettings>) => Promise<void>;
  /** A page in a browser profile of its own; `asAdmin` signs it in. */
  readonly openPage: (options?: { readonly asAdmin?: boolean }) => Promise<Page>;
  /** Closes every page: one left open goes on asking for news. */
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface ConnectSettings {
  readonly server: string;
  readonly site_key: string;
  readonly api_key: string;
}

/** What a site stands on. */
export interface Ground {
  readonly php: PhpVersion;
  readonly wordpress: "newest" | "oldest";
}

/** Starts all three. The plugin is installed and activated, and not yet connected. */
export async function startSite(ground: Ground = { php: "8.3", wordpress: "newest" }): Promise<Site> {
  const [server, wordpress, browser] = await Promise.all([
    startContractServer(),
    startWordPress({ ...ground, plugin: { zip: pluginZip, slug: "ringtrail" } }),
    launchBrowser(),
  ]);
  const admin = await wordpress.signIn();
  return {
    wordpress,
    ground,
    server,
    browser,
    admin,
    connect: async (settings = {}) => {
      const all: ConnectSettings = { server: server.url, site_key: "demo", api_key: playedKey, ...settings };
      await wordpress.runPhp(`update_option( 'ringtrail', json_decode( '${JSON.stringify(all)}', true ) );`);
    },
    openPage: async ({ asAdmin = false } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      // PHP compiled for Node answers in seconds on a busy machine, and a page asks it many times.
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      if (asAdmin) {
        await context.addCookies(
          admin.cookie.split("; ").map((pair) => {
            const middle = pair.indexOf("=");
            return { name: pair.slice(0, middle), value: pair.slice(middle + 1), url: wordpress.url };
          }),
        );
      }
      return page;
    },
    closePages: async () => {
      for (const context of browser.contexts()) await context.close();
    },
    close: async () => {
      await browser.close();
      await wordpress.stop();
      await server.close();
    },
  };
}
