import { expect, test, vi } from "vitest";
import { aShell } from "../../testing/a-shell.ts";

// Every command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

const bill =
  "date,source,medium,campaign,cost,currency\n2026-11-02,google,cpc,Spring,12.34,USD\nsoon,google,cpc,,1,USD\n";

test("a bill is tried, imported, imported again, and stands in the report once; what is no bill is refused", async () => {
  const ringtrail = await aShell();

  const tried = await ringtrail("costs import --file - --dry-run", bill);
  expect(tried.stdout).toContain(
    "1 rows of a generic report from 2026-11-02 to 2026-11-02, 12.34 USD: nothing was kept",
  );
  expect(tried.stdout).toContain('line 3: day_malformed: There is no day "soon".');
  expect((await ringtrail("costs import --file -", bill)).stdout).toContain("1 lines added, 0 replaced");
  expect((await ringtrail("costs import --file -", bill)).stdout).toContain("0 lines added, 1 replaced");
  const report = await ringtrail("report --by campaign --from 2026-11-01 --to 2026-11-30");
  expect(report.stdout).toMatch(/^Spring +0\.00 +0\.0-0\.0 +0\.00 +12\.34/m);
  expect((await ringtrail("costs import --file -", "name,phone\nAnn,1\n")).stderr).toMatch(/^header_missing: /m);
});
