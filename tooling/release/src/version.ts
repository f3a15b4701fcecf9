// `npm run release:version`: raises every version from the pending changesets and stamps the places that repeat it.
import { join } from "node:path";
import { root } from "./workspace.ts";
import { run } from "./run.ts";
import { versionPlaces } from "./version-places.ts";

console.log(run("pnpm", ["exec", "changeset", "version"], { cwd: root }));
console.log(run("node", ["scripts/stamp-version.ts"], { cwd: join(root, "apps/wordpress") }));
const places = versionPlaces();
for (const { place, version } of places) console.log(`${version}  ${place}`);
if (new Set(places.map(({ version }) => version)).size !== 1) {
  throw new Error("The places that state a version differ: see the list above.");
}
