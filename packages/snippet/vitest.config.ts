import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { __RINGTRAIL_VERSION__: '"0.0.0"' },
  test: {
    // No test file leaves anything behind: they share what a worker has loaded, which halves the time.
    isolate: false,
    include: ["src/**/*.test.ts"],
    // The first launch of Chromium on a machine unpacks 200 MB.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The machine may have other work.
    expect: { poll: { timeout: 15_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
