import { defineConfig } from "vitest/config";
import { isWriteToCutConnection } from "./src/survival/outlive-cut-connections.ts";

export default defineConfig({
  test: {
    // No test file leaves anything behind: they share what a worker has loaded, which halves the time.
    isolate: false,
    include: ["src/**/*.test.ts", "testing/**/*.test.ts"],
    globalSetup: ["testing/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests cut connections on purpose. What the server outlives, and nothing else, its tests outlive too.
    onUnhandledError: (error) => (isWriteToCutConnection(error) ? false : undefined),
    // A machine with other work takes longer than the second that is asked otherwise.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
