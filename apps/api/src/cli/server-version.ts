import { readFileSync } from "node:fs";
import { z } from "zod";

const Manifest = z.object({ version: z.string() });

/** The version of this package, as its manifest states it: one version for everything. */
export function serverVersion(): string {
  const manifest = new URL("../../package.json", import.meta.url);
  return Manifest.parse(JSON.parse(readFileSync(manifest, "utf8"))).version;
}
