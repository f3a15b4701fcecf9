// `npm run release:rehearse`: a whole release in a copy of what is committed, against a registry on this machine.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRegistry, type LocalRegistry } from "./registry.ts";
import { tryExamples } from "./try-examples.ts";
import { tryServer } from "./try-server.ts";
import { run, runBeside } from "./run.ts";
import { versionPlaces } from "./version-places.ts";
import { releasedPackages, root } from "./workspace.ts";

const started = Date.now();
const say = (words: string): void => console.log(`[rehearsal] ${((Date.now() - started) / 1000).toFixed(1)}s ${words}`);

/** A clone of what is committed, with the workspace's own tools and store. */
function cloneCheckout(base: string): string {
  const checkout = join(base, "checkout");
  run("git", ["clone", "--quiet", root, checkout], { cwd: base });
  for (const [key, value] of [
    ["user.name", "Rehearsal"],
    ["user.email", "rehearsal@localhost"],
  ] as const) {
    run("git", ["config", key, value], { cwd: checkout });
  }
  return checkout;
}

/** Raises the version by the pending changesets, or by one of our own when none is pending. */
function raiseVersions(checkout: string): string {
  const extra = '---\n"@ringtrail/core": patch\n---\n\nRehearsed a release\n';
  writeFileSync(join(checkout, ".changeset", "rehearsal.md"), extra);
  run("pnpm", ["exec", "changeset", "version"], { cwd: checkout });
  run("node", ["scripts/stamp-version.ts"], { cwd: join(checkout, "apps/wordpress") });
  const versions = new Set(versionPlaces(checkout).map(({ version }) => version));
  if (versions.size !== 1) throw new Error(`The places that state a version differ: ${[...versions].join(", ")}`);
  run("git", ["commit", "--quiet", "--all", "--message", "Release"], { cwd: checkout });
  return [...versions].join("");
}

const triedOf = (name: string): string =>
  name === "ringtrail" ? "its server starts and says that version" : "its README's examples type-check and run";

async function publish(checkout: string, registry: LocalRegistry): Promise<void> {
  const env = { ...process.env, ...registry.env };
  say(await runBeside("pnpm", ["exec", "changeset", "publish"], { cwd: checkout, env }));
}

const base = mkdtempSync(join(tmpdir(), "ringtrail-rehearsal-"));
const registry = await startRegistry(join(base, "registry"));
try {
  say("cloning what is committed and installing it");
  const checkout = cloneCheckout(base);
  run("pnpm", ["install", "--frozen-lockfile"], { cwd: checkout });
  const version = raiseVersions(checkout);
  say(`building version ${version}`);
  run("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"], { cwd: checkout });
  await publish(checkout, registry);
  for (const released of releasedPackages(checkout).filter(({ isPrivate }) => !isPrivate)) {
    const project = join(base, "empty", released.name.replace("/", "-"));
    mkdirSync(project, { recursive: true });
    await tryExamples({ project, released: { ...released, version }, registry });
    if (released.name === "ringtrail") await tryServer(project, version);
    say(`${released.name}@${version} installs, and ${triedOf(released.name)}`);
  }
} finally {
  await registry.stop();
  rmSync(base, { recursive: true, force: true });
}
say("the release is ready to be made for real");
process.exit(0);
