import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read, repositoryFiles, root } from "./repository.ts";

const pages = repositoryFiles(/^docs\/(security\/.+|SECURITY)\.md$/);

/** The lines of 45 CFR 164.312, each of which has a row. */
const safeguards = ["(a)(1)", "(a)(2)(i)", "(a)(2)(ii)", "(a)(2)(iii)", "(a)(2)(iv)", "(b)", "(c)(1)", "(c)(2)", "(d)"];
const onTheWire = ["(e)(1)", "(e)(2)(i)", "(e)(2)(ii)"];

test("every file and test the security pages name is there", () => {
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:apps|packages|tooling)\/[\w./-]+)`/g)]
      .map(([, file = ""]) => file)
      .filter((file) => !existsSync(join(root, file)))
      .map((file) => `${page} -> ${file}`),
  );

  expect(pages.length).toBeGreaterThanOrEqual(4);
  expect(missing).toEqual([]);
});

test("every line of the technical safeguards has a row that names a test", () => {
  const rows = read("docs/security/hipaa-safeguards.md")
    .split("\n")
    .filter((line) => line.startsWith("| ("));

  const tested = rows
    .filter((row) => /\.test\.ts`|-contract\.ts`/.test(row))
    .map((row) => row.split("|")[1]?.trim().split(" ")[0]);
  expect(tested).toEqual([...safeguards, ...onTheWire]);
});
