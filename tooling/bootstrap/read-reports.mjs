// What the test reports of every package say: the counts, and a line for each test that was skipped or failed. The failures
// come last, where the end of a long log shows them.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./tools.mjs";

const counted = { passed: "passed", failed: "failed", pending: "skipped", skipped: "skipped", todo: "skipped" };

/**
 * Adds up the reports below `folders`. A package whose tests left no report, and a test file that broke before its
 * first test, count as one failure each.
 */
export function readReports(folders) {
  const total = { passed: 0, failed: 0, skipped: 0, skips: [], failures: [] };
  for (const folder of folders) {
    const { name, scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!scripts?.test) continue;
    const report = join(folder, "reports", "vitest.json");
    if (existsSync(report)) readReport(name, JSON.parse(readFileSync(report, "utf8")), total);
    else fail(total, `${name} left no test report`);
  }
  const { skips, failures, ...counts } = total;
  return { ...counts, lines: [...skips, ...failures] };
}

function readReport(owner, { testResults, success }, total) {
  const failedBefore = total.failed;
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(root, name);
    for (const one of assertionResults) {
      const kind = counted[one.status];
      if (kind === "failed") fail(total, `${file} > ${one.fullName}`, one.failureMessages.join("\n"));
      else if (kind !== undefined) total[kind] += 1;
      if (kind === "skipped") total.skips.push(`skipped: ${file} > ${one.fullName}`);
    }
    const broke = status === "failed" && !assertionResults.some((one) => one.status === "failed");
    if (broke) fail(total, file, message);
  }
  if (!success && total.failed === failedBefore) fail(total, `${owner} had an error outside every test; see above`);
}

function fail(total, what, why = "") {
  total.failed += 1;
  const reason = why.split("\n").slice(0, 6).join("\n    ");
  total.failures.push(`failed: ${what}${reason === "" ? "" : `\n    ${reason}`}`);
}
