import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { aFolder } from "../../../testing/a-running-server.ts";
import { findVisitsInLogs } from "./find-visits-in-logs.ts";

test.each([
  ['203.0.113.9 - - [26/Nov/2026:05:14:49 +0000] "GET /implants HTTP/2.0" 200 512 "-" "Mozilla/5.0"', true],
  ['{"ts":1795600000.12,"request":{"method":"GET","uri":"/implants"}}', true],
  ['2026-11-26T05:14:49Z "GET /implants HTTP/1.1" 200', true],
  ['26/Nov/2026 "GET /implants HTTP/2.0" 200 17 times', false],
  ['{"level":"info","time":"2026-11-26T05:14:49.000Z","method":"GET","route":"/v1/sites/:key/config"}', false],
  ["2026-11-26 05:14:49 UTC LOG:  checkpoint complete", false],
])("%s: %s", async (text, isVisit) => {
  const file = path.join(aFolder(), "access.log");
  writeFileSync(file, `started\n${text}\n`);

  expect(await findVisitsInLogs([file])).toEqual(isVisit ? [{ file, line: 2 }] : []);
});
