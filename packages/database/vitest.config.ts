import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test file leaves anything behind: they share what a worker has loaded, which is most of a small file.
    isolate: false,
    include: ["src/**/*.test.ts", "testing/**/*.test.ts"],
    globalSetup: ["testing/global-setup.ts"],
    // A database per file is cheap, a server per file is not; two files at a time keep two cores busy.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
