import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { releasedPackages, root } from "./workspace.ts";

/** A place in the repository that states the version. */
export interface VersionPlace {
  readonly place: string;
  readonly version: string;
}

/** Files that repeat the version in words of their own, and how they say it. */
const repeated: readonly (readonly [file: string, pattern: RegExp])[] = [
  ["apps/wordpress/ringtrail.php", /^ \* Version:\s*(\S+)/m],
  ["apps/wordpress/ringtrail.php", /RINGTRAIL_VERSION',\s*'([^']+)'/],
  ["apps/wordpress/readme.txt", /^Stable tag:\s*(\S+)/m],
];

/** Every place that states a version. A file that no longer states one answers "missing". */
export function versionPlaces(checkout: string = root): readonly VersionPlace[] {
  const manifests = releasedPackages(checkout).map(({ name, version }) => ({ place: name, version }));
  const others = repeated.map(([file, pattern]) => {
    const path = join(checkout, file);
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    return { place: `${file} ${pattern.source}`, version: pattern.exec(text)?.[1] ?? "missing" };
  });
  return [...manifests, ...others];
}
