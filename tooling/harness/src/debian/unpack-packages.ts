import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { DebianArchive } from "./find-archive.ts";

const run = promisify(execFile);

/** Which packages of which Debian. */
export interface Wanted {
  readonly suite: string;
  readonly packages: readonly string[];
  /** Of what they need, what this machine's own must be used for. */
  readonly without?: readonly string[];
}

/**
 * Fetches packages with all they need and unpacks them into a folder, as any user and without touching the machine's
 * own packages: apt with a private state, then `dpkg-deb -x`. The folder appears only when it is whole.
 *
 * @throws when the suite does not hold the packages or the archive cannot be reached.
 */
export async function unpackPackages(
  archive: DebianArchive,
  { suite, packages, without = [] }: Wanted,
  folder: string,
): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.new-`);
  try {
    const options = await privateApt(work, `deb [signed-by=${archive.keyring}] ${archive.address} ${suite} main\n`);
    await run("apt-get", ["-qq", ...options, "update"]);
    await run("apt-get", ["-qq", "-y", ...options, "--download-only", "install", ...packages], { maxBuffer: 1 << 26 });
    const archives = path.join(work, "cache", "archives");
    const root = path.join(work, "root");
    const isWanted = (file: string): boolean =>
      file.endsWith(".deb") && !without.some((left) => file.startsWith(`${left}_`));
    for (const name of (await readdir(archives)).filter(isWanted)) {
      await run("dpkg-deb", ["-x", path.join(archives, name), root]);
    }
    await rename(root, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The options that keep apt within a folder: its own sources, lists and idea of what is installed (nothing). */
async function privateApt(work: string, source: string): Promise<readonly string[]> {
  const folders = ["etc/apt.conf.d", "etc/preferences.d", "etc/sources.list.d"];
  for (const name of [...folders, "state/lists/partial", "cache/archives/partial", "root"]) {
    await mkdir(path.join(work, name), { recursive: true });
  }
  await writeFile(path.join(work, "etc", "sources.list"), source);
  await writeFile(path.join(work, "state", "status"), "");
  const settings = [
    `Dir::Etc=${work}/etc`,
    `Dir::State=${work}/state`,
    `Dir::State::status=${work}/state/status`,
    `Dir::Cache=${work}/cache`,
    "Acquire::Check-Valid-Until=false",
    "Acquire::Retries=3",
    "APT::Install-Recommends=false",
    "APT::Sandbox::User=",
    "Debug::NoLocking=1",
  ];
  return settings.flatMap((setting) => ["-o", setting]);
}
