import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { aFolder } from "../../../testing/a-running-server.ts";
import { digitsOf, findLogs, findNumbersInLogs } from "./find-numbers-in-logs.ts";

const own = new Set([digitsOf("+14155550100")]);

test.each([
  ["+12125550188 called", 1],
  ["caller (212) 555-0188", 1],
  ["from 212-555-0188.", 1],
  ["our own +14155550100 rang", 0],
  ["2026-11-26 02:30:00 call 0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b took 1795600000000 ms", 0],
  ['{"time":1795600000000,"call":"5f0c1d2e-3f4a-4b5c-8d7e-9f0a1b2c3d4e","ms":12.5}', 0],
])("%s: %i", async (text, numbers) => {
  const folder = aFolder();
  writeFileSync(path.join(folder, "server.log"), `started\n${text}\n`);

  const found = await findNumbersInLogs(await findLogs(folder, []), own);

  expect(found).toEqual(numbers === 0 ? [] : [{ file: path.join(folder, "server.log"), line: 2 }]);
});
