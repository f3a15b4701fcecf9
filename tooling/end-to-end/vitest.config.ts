import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Whole calls in real browsers on a shared machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A call is mostly waiting: two files at a time do not get into each other's way.
    maxWorkers: 2,
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
