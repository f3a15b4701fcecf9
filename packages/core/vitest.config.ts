import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test file leaves anything behind: they share what a worker has loaded, which halves the time.
    isolate: false,
    testTimeout: 60_000,
    include: ["src/**/*.test.ts", "testing/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
