import { describe } from "vitest";
import { embeddedDatabase, postgres15 } from "./databases.ts";
import { killInMidCall } from "./killed-in-mid-call.ts";

// The kills of every run are on the embedded database; the main job runs on both each time.
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong)
  console.log("SKIP (npm run test:all runs it): a server killed in the middle of a call, on PostgreSQL 15 too");
const kind = isLong ? postgres15() : undefined;

// Without a PostgreSQL 15 its calls stand in the report as skipped; none is placed on another database.
describe.runIf(kind !== undefined)("where Debian's own PostgreSQL is", () => {
  killInMidCall(kind ?? embeddedDatabase);
});
