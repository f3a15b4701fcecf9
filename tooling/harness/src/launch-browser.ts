import { chromium, type Browser } from "playwright-core";
import { findChromium, type Chromium } from "./find-chromium.ts";

/** How a test's browser differs from a person's. */
export interface BrowserOptions {
  /** `ordinary` says it is desktop Chrome; `headless` keeps the name that bot lists know. Default `ordinary`. */
  readonly agent?: "ordinary" | "headless";
  /** The one to start, instead of the one `findChromium` finds. */
  readonly build?: Chromium;
  /** More switches, for example `--lang=de`. */
  readonly args?: readonly string[];
}

/** What desktop Chrome calls itself: the numbers after the first are zero in every Chrome since 101. */
export const ordinaryAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

/**
 * Starts Chromium with a new profile that is deleted when it closes. Web security stays on: the npm package's own
 * switches would turn it off and hide a missing CORS header.
 */
export async function launchBrowser({ agent = "ordinary", build, args = [] }: BrowserOptions = {}): Promise<Browser> {
  const found = build ?? (await findChromium());
  return chromium.launch({
    executablePath: found.executable,
    headless: true,
    chromiumSandbox: false,
    env: { ...process.env, ...found.env },
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(agent === "ordinary" ? [`--user-agent=${ordinaryAgent}`] : []),
      ...args,
    ],
  });
}
