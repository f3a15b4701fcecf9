import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findArchive, unpackPackages } from "@tooling/harness";

/** A PHP of this machine's own kind, not compiled to WebAssembly: the only one whose time says anything. */
export interface NativePhp {
  readonly executable: string;
  /** What it is started with to find its extensions, opcache among them. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const wanted = ["php8.2-cli", "php8.2-sqlite3", "php8.2-mbstring", "php8.2-xml", "php8.2-curl", "php8.2-opcache"];
const cache = fileURLToPath(new URL("../../../.tools/php", import.meta.url));
const machine = process.arch === "arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";

/** PHP of the machine, or Debian's own unpacked beside the bootstrap's tools; or why there is none, as a sentence. */
export async function findPhp(): Promise<NativePhp | string> {
  const own = ownPhp();
  if (own !== undefined) return own;
  const root = path.join(cache, "bookworm");
  if (!existsSync(root)) {
    const archive = findArchive();
    if (archive === undefined) return "no php on PATH, and no apt with a Debian archive on this machine";
    try {
      await unpackPackages(archive, { suite: "bookworm", packages: wanted, without: ["libc6"] }, root);
    } catch (failure) {
      return failure instanceof Error ? (failure.message.split("\n")[0] ?? "failed") : "failed";
    }
  }
  const [version = ""] = await readdir(path.join(root, "usr/lib/php")).then((names) =>
    names.filter((name) => /^\d{8}$/.test(name)),
  );
  const extensions = path.join(root, "usr/lib/php", version);
  const names = [
    "pdo",
    "pdo_sqlite",
    "sqlite3",
    "mbstring",
    "dom",
    "simplexml",
    "xml",
    "ctype",
    "tokenizer",
    "fileinfo",
    "posix",
  ];
  const found = names.filter((name) => existsSync(path.join(extensions, `${name}.so`)));
  return {
    executable: path.join(root, "usr/bin/php8.2"),
    flags: [
      "-n",
      "-d",
      `extension_dir=${extensions}`,
      "-d",
      "zend_extension=opcache",
      ...found.flatMap((name) => ["-d", `extension=${name}`]),
    ],
    env: {
      LD_LIBRARY_PATH: [`usr/lib/${machine}`, `lib/${machine}`].map((folder) => path.join(root, folder)).join(":"),
    },
  };
}

function ownPhp(): NativePhp | undefined {
  try {
    const listed = execFileSync("php", ["-m"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /pdo_sqlite/i.test(listed) && /OPcache/i.test(listed)
      ? { executable: "php", flags: [], env: {} }
      : undefined;
  } catch {
    return undefined;
  }
}
