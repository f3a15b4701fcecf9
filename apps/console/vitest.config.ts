import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test file leaves anything behind: they share what a worker has loaded. Each has a browser of its own.
    isolate: false,
    include: ["src/**/*.test.ts", "testing/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A scenario is many steps, and the machine may have other work.
    testTimeout: 180_000,
    // The first launch of Chromium on a machine unpacks 200 MB.
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
