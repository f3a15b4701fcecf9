import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findArchive } from "./find-archive.ts";
import { unpackPackages } from "./unpack-packages.ts";

/** Debian's browsers that the tests drive: one of another make, and a whole Chromium (the npm build lacks what tabs need). */
export type DebianBrowser = "firefox-esr" | "chromium";

/** A browser that is unpacked and can be started. */
export interface BroughtBrowser {
  readonly executable: string;
  /** Its own libraries, for the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Unpacked trees survive here, beside the bootstrap's own tools. */
const cache = fileURLToPath(new URL("../../../../.tools/browsers", import.meta.url));

/**
 * Brings a browser of this machine's own Debian, from the cache or from the archive its apt knows, without root and
 * without touching what is installed.
 *
 * @returns why there is none, as a sentence, when there is none.
 */
export async function bringBrowser(name: DebianBrowser): Promise<BroughtBrowser | string> {
  // Its children start without our loader, so they need this machine's C library: no other Debian's tree will do.
  const suite = ownSuite();
  if (suite === undefined) return "this machine is no Debian";
  const root = path.join(cache, `${suite}-${name}`);
  try {
    if (!existsSync(root)) await fetchBrowser(name, suite, root);
  } catch (failure) {
    // Another process may have brought it meanwhile.
    if (!existsSync(root)) return failure instanceof Error ? (failure.message.split("\n")[0] ?? "failed") : "failed";
  }
  const libraries = libraryFolders.map((folder) => path.join(root, folder));
  return {
    executable: path.join(root, "usr/lib", name, name),
    env: { LD_LIBRARY_PATH: libraries.join(":") },
  };
}

const machineKind = process.arch === "arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";

/** The last is named within a library of the first by its place on a machine where it is installed. */
const libraryFolders = [`usr/lib/${machineKind}`, `lib/${machineKind}`, `usr/lib/${machineKind}/pulseaudio`];

function ownSuite(): string | undefined {
  const release = "/etc/os-release";
  const said = existsSync(release) ? readFileSync(release, "utf8") : "";
  return /^ID=debian$/m.test(said) ? /^VERSION_CODENAME=(\w+)$/m.exec(said)?.[1] : undefined;
}

async function fetchBrowser(name: DebianBrowser, suite: string, root: string): Promise<void> {
  const archive = findArchive();
  if (archive === undefined) throw new Error("no apt with a Debian archive on this machine");
  console.error(`[browsers] fetching Debian ${suite}'s ${name} (once)`);
  await unpackPackages(archive, { suite, packages: [name, "fonts-dejavu-core"], without: ["libc6"] }, root);
}
