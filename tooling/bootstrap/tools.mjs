// Brings pnpm, and Node itself where the host's is too old, out of the npm registry into .tools/.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const toolsFolder = join(root, ".tools");
const bin = join(toolsFolder, "node_modules", ".bin");
const windows = process.platform === "win32";

/** The Node everything runs on. size-limit and the WordPress runtime want 24.18 or newer. */
const NODE_VERSION = "24.21.0";
const started = Date.now();

/** Progress goes to stderr, so that a command's own stdout stays clean for pipes. */
export function say(message) {
  console.error(`[ringtrail] ${((Date.now() - started) / 1000).toFixed(1)}s ${message}`);
}

const [major, minor] = process.versions.node.split(".").map(Number);
const hostNodeIsNewEnough = !process.env.RINGTRAIL_OWN_NODE && ((major === 24 && minor >= 18) || major >= 26);

/** The npm package that carries Node's program for this machine. */
const nodePackage = `node-${windows ? "win" : process.platform}-${process.arch}`;

/** The Node that runs everything: the host's where it is new enough, else our own. */
export const node = hostNodeIsNewEnough
  ? process.execPath
  : join(toolsFolder, "node_modules", nodePackage, "bin", windows ? "node.exe" : "node");

/** Installs the tools once; a stamp file says what is there. What is there for another Node stays. */
export function bringTools() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const pnpm = manifest.packageManager.split("@")[1].split("+")[0];
  const platform = `${process.platform}-${process.arch}`;
  const stamp = join(toolsFolder, "stamp.json");
  const there = existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")) : {};
  const isThere =
    there.pnpm === pnpm && there.platform === platform && (hostNodeIsNewEnough || there.node === NODE_VERSION);
  if (isThere) return;

  mkdirSync(toolsFolder, { recursive: true });
  writeFileSync(join(toolsFolder, "package.json"), JSON.stringify({ private: true, allowScripts: { pnpm: true } }));
  const packages = [`pnpm@${pnpm}`];
  if (!hostNodeIsNewEnough) packages.push(`${nodePackage}@${NODE_VERSION}`);
  say(`fetching ${packages.join(" and ")} from the npm registry (once)`);
  const flags = ["--no-package-lock", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", "--prefix", toolsFolder, ...flags, ...packages], { env: process.env, quiet: true });
  writeFileSync(stamp, JSON.stringify({ pnpm, platform, node: hostNodeIsNewEnough ? undefined : NODE_VERSION }));
}

/** The environment every tool sees: our pnpm and Node first, nothing inherited from the npm that started us. */
export function toolEnvironment() {
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (/^npm_/i.test(key)) delete env[key];
  return {
    ...env,
    PATH: [dirname(node), bin, process.env.PATH].join(delimiter),
    CI: "1",
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    // The lockfile pins every tarball's hash; re-checking release ages would download the metadata of every package.
    pnpm_config_minimum_release_age: "0",
    pnpm_config_store_dir: join(toolsFolder, "store"),
    // A filtered install is deliberate: pnpm must not widen it when it runs a script.
    pnpm_config_verify_deps_before_run: "false",
  };
}

/** Runs a program to its end in the repository's root; a failure ends us with the same code. `quiet` keeps its words off stdout. */
export function run(command, args, { env = toolEnvironment(), quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ["inherit", quiet ? 2 : "inherit", "inherit"],
    shell: windows,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    say(`${command} ${args.join(" ")} ended with ${result.status ?? result.signal}`);
    process.exit(result.status ?? 1);
  }
}
