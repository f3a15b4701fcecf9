import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";

const run = promisify(execFile);
const cache = fileURLToPath(new URL("../../../.tools/wordpress", import.meta.url));

/**
 * WordPress 6.6, the plugin's floor: its third release candidate is what a registry of packages carries of it. The
 * package is 158 MB of six versions, so it is no dependency: only the long lane fetches it, once.
 */
const carrier = {
  package: "@wp-playground/wordpress-builds@0.9.19",
  sha512: "dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==",
  name: "wp-beta",
  version: "6.6-RC3",
};

/** Where its files stand on this machine, fetched and checked at the first call. @throws when it cannot be had. */
export async function oldestWordPress(): Promise<string> {
  const folder = path.join(cache, carrier.version);
  if (existsSync(folder)) return folder;
  const work = await mkdtemp(path.join(tmpdir(), "ringtrail-oldest-"));
  try {
    const { stdout } = await run("npm", ["pack", carrier.package, "--silent", "--pack-destination", work]);
    const tarball = path.join(work, stdout.trim());
    const hash = createHash("sha512").update(await readFile(tarball));
    if (hash.digest("base64") !== carrier.sha512) throw new Error(`${carrier.package} is not what it was.`);
    const parts = [`package/src/wordpress/${carrier.name}.zip`, `package/public/${carrier.name}`];
    await run("tar", ["-xzf", tarball, "-C", work, ...parts]);
    const made = path.join(work, "made");
    await unpack(path.join(work, parts[0] ?? ""), made);
    // What browsers ask for stands beside the archive.
    await cp(path.join(work, parts[1] ?? ""), made, { recursive: true, force: false });
    await mkdir(cache, { recursive: true });
    await rename(made, folder).catch(() => cp(made, folder, { recursive: true }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/** Unpacks WordPress without the site that somebody had set up in it. */
async function unpack(archive: string, folder: string): Promise<void> {
  const files = unzipSync(new Uint8Array(await readFile(archive)), {
    filter: ({ name }) => !name.endsWith("/") && name !== "wp-config.php" && !name.startsWith("wp-content/database/"),
  });
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
