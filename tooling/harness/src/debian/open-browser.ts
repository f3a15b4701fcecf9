import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { bringBrowser, type DebianBrowser } from "./bring-browser.ts";

/** A running browser of Debian's; its home is thrown away when it closes. */
export interface OpenBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts a browser of Debian's with a new profile: Firefox over WebDriver BiDi, Chromium over its own protocol, which
 * alone lets pages be prerendered and kept for "back".
 *
 * @returns why there is none, as a sentence, when there is none.
 */
export async function openDebianBrowser(name: DebianBrowser): Promise<OpenBrowser | string> {
  const brought = await bringBrowser(name);
  if (typeof brought === "string") return brought;
  // Most tests need none of it.
  const { default: puppeteer } = await import("puppeteer-core");
  const home = await mkdtemp(path.join(tmpdir(), "ringtrail-browser-home-"));
  const browser = await puppeteer.launch({
    ...(name === "chromium"
      ? { browser: "chrome", args: ["--no-sandbox", "--disable-gpu"] }
      : { browser: "firefox", protocol: "webDriverBiDi" }),
    executablePath: brought.executable,
    headless: true,
    // The first start after unpacking reads half a gigabyte.
    timeout: 120_000,
    env: { ...process.env, ...brought.env, HOME: home },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
