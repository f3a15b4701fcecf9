import { afterAll, afterEach, beforeAll } from "vitest";
import { everyPromise } from "./every-promise.ts";
import { openTheSite, site } from "./the-site.ts";

// One WordPress for everything: starting another costs ten seconds, and a minute on a busy machine.
beforeAll(() => openTheSite());
afterEach(() => site.closePages());
afterAll(() => site?.close());

everyPromise(process.env["RINGTRAIL_TEST_ALL"] === "1");
if (process.env["RINGTRAIL_TEST_ALL"] !== "1")
  console.log(
    "SKIP (npm run test:all runs it): wp-admin's forms, other languages and a shop's checkout in the browser",
  );
