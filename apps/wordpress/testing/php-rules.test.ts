import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { phpProblems } from "./php-rules.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = ["ringtrail.php", "uninstall.php", ...readdirSync(`${root}includes`).map((name) => `includes/${name}`)];

test("there are files to check", () => {
  expect(files.length).toBeGreaterThan(8);
});

test.each(files)("%s keeps the rules on PHP 7.4", (file) => {
  expect(phpProblems(readFileSync(`${root}${file}`, "utf8"), file)).toEqual([]);
});

const guard = "<?php\ndefined( 'ABSPATH' ) || exit;\n";

describe("each rule can fail", () => {
  test.each([
    ["a file without the guard", "<?php\n$a = 1;", /ABSPATH/],
    ["a file too long", `${guard}${"$a = 1;\n".repeat(150)}`, /150 lines/],
    ["an echo of a variable", `${guard}echo $name;`, /not escaped/],
    ["an echo of a translation", `${guard}echo __( 'a', 'ringtrail' );`, /not escaped/],
    ["a variable joined to safe text", `${guard}echo '<p>' . $name . '</p>';`, /not escaped/],
    [
      "a route without permission",
      `${guard}register_rest_route( 'a', '/b', array( 'args' => array() ) );`,
      /permission_callback/,
    ],
    [
      "a route open to everybody",
      `${guard}register_rest_route( 'a', '/b', array( 'permission_callback' => '__return_true', 'args' => array() ) );`,
      /open to everybody/,
    ],
    [
      "a route without a schema",
      `${guard}register_rest_route( 'a', '/b', array( 'permission_callback' => 'ask' ) );`,
      /schema/,
    ],
    ["a text under another name", `${guard}esc_html_e( 'a', 'other' );`, /text domain/],
    ["a hook in a hidden place", `${guard}add_action( 'init', 'f' );`, /only class-plugin/],
  ])("%s", (_why, code, problem) => {
    expect(phpProblems(code, "x.php").join("\n")).toMatch(problem);
  });

  test("syntax newer than PHP 7.4", () => {
    expect(() => phpProblems(`${guard}enum Suit { case A; }`, "x.php")).toThrow(/Parse Error/);
  });

  test("escaped text passes", () => {
    expect(phpProblems(`${guard}echo '<p>' . esc_html( $name ) . '</p>';`, "x.php")).toEqual([]);
  });
});
