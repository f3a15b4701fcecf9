import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./repository.ts";

interface Total {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly lines: readonly string[];
}

const { readReports } = (await import(path.join(root, "tooling/bootstrap/read-reports.mjs"))) as {
  readReports: (folders: readonly string[]) => Total;
};

const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the last lines name each test that was skipped or failed and why, the failures at the very end", () => {
  const one = (fullName: string, status: string, ...failureMessages: string[]) => ({
    fullName,
    status,
    failureMessages,
  });
  report("mixed", false, [
    {
      name: path.join(root, "packages/x/src/a.test.ts"),
      status: "failed",
      message: "",
      assertionResults: [
        one("adds up", "passed"),
        one("takes away", "failed", "expected 1 to be 2\n    at a.test.ts"),
        one("multiplies (skipped: no table)", "pending"),
      ],
    },
  ]);
  expect(read("mixed")).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
    lines: [
      "skipped: packages/x/src/a.test.ts > multiplies (skipped: no table)",
      "failed: packages/x/src/a.test.ts > takes away\n    expected 1 to be 2\n        at a.test.ts",
    ],
  });
});

test("a file that broke before its first test, an error outside every test and a missing report are failures", () => {
  report("broken", false, [
    { name: path.join(root, "b.test.ts"), status: "failed", message: "no such module", assertionResults: [] },
  ]);
  expect(read("broken")).toMatchObject({ failed: 1, lines: ["failed: b.test.ts\n    no such module"] });
  report("outside", false, []);
  expect(read("outside")).toMatchObject({
    failed: 1,
    lines: ["failed: outside had an error outside every test; see above"],
  });
  make("silent");
  expect(read("silent")).toMatchObject({ failed: 1, lines: ["failed: silent left no test report"] });
});

function read(name: string): Total {
  return readReports([path.join(folder, name)]);
}

function make(name: string): void {
  mkdirSync(path.join(folder, name, "reports"), { recursive: true });
  writeFileSync(path.join(folder, name, "package.json"), JSON.stringify({ name, scripts: { test: "vitest run" } }));
}

function report(name: string, success: boolean, testResults: readonly unknown[]): void {
  make(name);
  writeFileSync(path.join(folder, name, "reports", "vitest.json"), JSON.stringify({ success, testResults }));
}
