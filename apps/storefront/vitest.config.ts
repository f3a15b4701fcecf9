import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // The first launch of Chromium on a machine unpacks 200 MB.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
