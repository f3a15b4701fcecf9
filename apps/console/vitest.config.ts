import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "testing/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // The first launch of Chromium on a machine unpacks 200 MB.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
