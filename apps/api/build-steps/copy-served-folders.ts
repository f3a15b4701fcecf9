// Puts the built pages beside the built server: the published package carries everything it serves.
import { cpSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const served = fileURLToPath(new URL("../dist/served/", import.meta.url));

/** Each folder by the name `src/served-folders.ts` looks for, with the file that proves it is built. */
const folders = [
  { name: "snippet", from: "packages/snippet/dist", proof: "ringtrail.js" },
  { name: "console", from: "apps/console/dist", proof: "index.html" },
  { name: "merchant", from: "apps/storefront/merchant", proof: "index.html" },
  { name: "theme", from: "apps/storefront/dist/theme", proof: "index.html" },
  { name: "demo", from: "apps/storefront/demo", proof: "index.html" },
] as const;

/** What a bundler or a debugger reads; no page asks for it. */
const notServed = /\.(map|mjs|d\.mts)$/;

rmSync(served, { recursive: true, force: true });
for (const { name, from, proof } of folders) {
  const source = path.join(repository, from);
  if (!existsSync(path.join(source, proof))) {
    throw new Error(`${from} holds no ${proof}. "npm run build" builds everything in order.`);
  }
  cpSync(source, path.join(served, name), { recursive: true, filter: (file) => !notServed.test(file) });
}
// The console builds on WordPress's component kit, so its licence is another one than the server's. The name must not
// begin with "license": pnpm would take it for the package's own and leave that out.
cpSync(path.join(repository, "packages/admin-screens/LICENSE"), path.join(served, "console", "COPYING.txt"));
