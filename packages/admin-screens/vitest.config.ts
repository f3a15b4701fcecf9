import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test file leaves anything behind: they share what a worker has loaded, which halves the time.
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}", "testing/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
