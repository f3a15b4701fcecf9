import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { editorPromises } from "./editor-promises.ts";
import { pagePromises } from "./page-promises.ts";
import { openTheSite, site } from "./the-site.ts";

const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log("SKIP (npm run test:all runs it): the plugin on PHP 7.4, its oldest");

// What a visitor and an editor meet, on the oldest PHP; every file is compiled by it on every run.
describe.runIf(isLong)("WordPress on PHP 7.4", () => {
  beforeAll(() => openTheSite("7.4"));
  afterEach(() => site.closePages());
  afterAll(() => site?.close());
  pagePromises();
  editorPromises();
});
