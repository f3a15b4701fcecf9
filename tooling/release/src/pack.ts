import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { releasedPackages, root } from "./workspace.ts";
import { run } from "./run.ts";

/** Packs every publishable package, built before, into `folder`; answers the tarballs' paths. */
export function packAll(folder: string, checkout: string = root): readonly string[] {
  mkdirSync(folder, { recursive: true });
  for (const { folder: cwd } of releasedPackages(checkout).filter(({ isPrivate }) => !isPrivate)) {
    run("pnpm", ["pack", "--pack-destination", folder], { cwd });
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tgz"))
    .map((name) => join(folder, name));
}
