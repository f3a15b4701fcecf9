import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const promise = "Shopify's own command builds the app without a sign-in: extension, pixel, configuration";
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log(`SKIP (npm run test:all runs it): ${promise}`);

const run = promisify(execFile);
const here = fileURLToPath(new URL("../", import.meta.url));
/** The version the guide names; 80 MB, so it is fetched where the long lane runs and nowhere else. */
const tools = ["@shopify/cli@3.94.3", "@shopify/web-pixels-extension@2.18.0"];

test.runIf(isLong)(
  promise,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-app-"));
    try {
      for (const part of ["extensions", "shopify.app.toml"]) {
        cpSync(path.join(here, part), path.join(folder, part), { recursive: true });
      }
      writeFileSync(path.join(folder, "package.json"), '{ "name": "ringtrail-app", "private": true }');
      const inFolder = { cwd: folder, env: { ...outside(), CI: "1", SHOPIFY_CLI_NO_ANALYTICS: "1" } };
      await run("npm", ["install", "--no-audit", "--no-fund", ...tools], inFolder);

      const { stdout, stderr } = await run("node_modules/.bin/shopify", ["app", "build", "--no-color"], inFolder);

      expect(stdout).toContain("ringtrail-pixel successfully built");
      expect(stdout).toContain("Bundling theme extension ringtrail");
      // Its good news come where others write their errors.
      expect(stderr).toContain("Ringtrail built!");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  900_000,
);

/**
 * The environment without what pnpm says to its scripts: Shopify's command installs once more with whoever started it, and
 * pnpm would then install the workspace it was told of, under everybody's feet.
 */
function outside(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(p?npm_|INIT_CWD$)/i.test(name)));
}
