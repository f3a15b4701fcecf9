import { existsSync } from "node:fs";
import { unpackChromium } from "./unpack-chromium.ts";

/** A Chromium that can be started. */
export interface Chromium {
  readonly executable: string;
  /** What it needs in its environment besides our own: the npm build brings its libraries and fonts along. */
  readonly env: Readonly<Record<string, string>>;
  readonly from: "CHROMIUM" | "system" | "npm";
}

/**
 * Finds a Chromium: the one named by CHROMIUM, else Debian's, else the one inside the npm package.
 *
 * @throws when CHROMIUM names a file that is not there, or the npm build does not unpack.
 */
export async function findChromium(named: string | undefined = process.env["CHROMIUM"]): Promise<Chromium> {
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    return { executable: named, env: {}, from: "CHROMIUM" };
  }
  const debian = "/usr/bin/chromium";
  return existsSync(debian) ? { executable: debian, env: {}, from: "system" } : unpackChromium();
}
