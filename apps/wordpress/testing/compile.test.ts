import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compilePhp } from "@tooling/wordpress-harness";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const names = ["ringtrail.php", "uninstall.php", ...readdirSync(`${root}includes`).map((name) => `includes/${name}`)];
const files = Object.fromEntries(names.map((name) => [name, readFileSync(`${root}${name}`, "utf8")]));
const guarded = (code: string): string => `<?php\ndefined( 'ABSPATH' ) || exit;\n${code}`;

describe.each(["7.4", "8.3"] as const)("PHP %s", (version) => {
  test("compiles every file of the plugin, and says what is wrong with one that it cannot", async () => {
    const said = await compilePhp(version, {
      ...files,
      "broken.php": guarded("function ( {"),
      "twice.php": guarded("class A { function b() {} function b() {} }"),
      "newer.php": guarded("enum Suit { case A; }"),
    });
    const expected = version === "7.4" ? ["broken.php", "twice.php", "newer.php"] : ["broken.php", "twice.php"];
    expect([...said.keys()], JSON.stringify([...said])).toEqual(expected);
  });
});
