import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "testing/**/*.test.ts"],
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // WordPress takes seconds to start, and there are two cores: one file after the other.
    fileParallelism: false,
    hookTimeout: 600_000,
    testTimeout: 240_000,
  },
});
