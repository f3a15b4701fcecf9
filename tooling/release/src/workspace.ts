import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** A package of the workspace, as its manifest says. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  readonly isPrivate: boolean;
  readonly folder: string;
}

/** Every package and app of a checkout, by name. Tooling is never released. */
export function releasedPackages(checkout: string = root): readonly WorkspacePackage[] {
  return ["packages", "apps"].flatMap((group) =>
    readdirSync(join(checkout, group))
      .map((name) => join(checkout, group, name))
      .filter((folder) => existsSync(join(folder, "package.json")))
      .map((folder) => readManifest(folder)),
  );
}

function readManifest(folder: string): WorkspacePackage {
  const manifest: { name: string; version: string; private?: boolean } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  return { name: manifest.name, version: manifest.version, isPrivate: manifest.private === true, folder };
}
