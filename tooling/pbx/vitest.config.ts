import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // In the default lane most files only say why they wait: they share what is loaded to say it.
    isolate: process.env["RINGTRAIL_TEST_ALL"] === "1",
    // Whole calls in life's own time, on a shared machine; the first run fetches 100 MB.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
