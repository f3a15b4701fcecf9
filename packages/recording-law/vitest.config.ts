import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Ten thousand questions take a while on a busy machine.
    testTimeout: 120_000,
    include: ["src/**/*.test.ts", "testing/**/*.test.ts", "scripts/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
