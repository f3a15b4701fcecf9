import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { everyPromise } from "./every-promise.ts";
import { openTheSite, site } from "./the-site.ts";

const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log("SKIP (npm run test:all runs it): the plugin on PHP 7.4 and 8.5 and on WordPress 6.6");

// Everything that holds on every run, on the oldest and the newest a site may have.
describe.runIf(isLong).each([
  { php: "7.4", wordpress: "newest" },
  { php: "8.5", wordpress: "newest" },
  { php: "7.4", wordpress: "oldest" },
] as const)("PHP $php, the $wordpress WordPress", (ground) => {
  beforeAll(() => openTheSite(ground));
  afterEach(() => site.closePages());
  afterAll(() => site?.close());
  everyPromise(true);
});
