import { describe } from "vitest";
import { embeddedDatabase, postgres15 } from "./databases.ts";
import { killInMidCall } from "./killed-in-mid-call.ts";

const kind = postgres15();

// Without a PostgreSQL 15 its calls stand in the report as skipped; none is placed on another database.
describe.runIf(kind !== undefined)("where Debian's own PostgreSQL is", () => {
  killInMidCall(kind ?? embeddedDatabase);
});
